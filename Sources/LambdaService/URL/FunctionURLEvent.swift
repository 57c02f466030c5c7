import AWSWire
import AccessPolicies
import Digests
import JSONTree
import ResourceNames

/// The event a function gets for a request to its URL: payload format 2.0.
///
/// Source: Lambda developer guide, "Invoking Lambda function URLs".
enum FunctionURLEvent {
    /// The event of a request.
    ///
    /// - Parameter sender: Who signed it; `nil` where nobody has to.
    static func event(_ request: WireRequest, to url: FunctionURL, id: String, sender: Sender?, now: Timestamp) -> JSON
    {
        // Observed on AWS: the path stays as it was sent, unlike that of an HTTP API.
        let path = request.path
        var event: JSONObject = [
            "version": "2.0", "routeKey": "$default", "rawPath": .string(path),
            "rawQueryString": .string(request.query),
        ]
        if let cookies = request.header("cookie") {
            event["cookies"] = .array(
                cookies.split(separator: ";").map { .string(String($0.drop { $0 == " " })) })
        }
        event["headers"] = .object(joined(request.headers.filter { $0.name != "cookie" }))
        let query = joined(RequestQuery(request.query).pairs)
        if !query.isEmpty { event["queryStringParameters"] = .object(query) }
        event["requestContext"] = .object(context(request, url, id, sender, now, path))
        if request.body.isEmpty {
            event["isBase64Encoded"] = false
        } else if let text = text(of: request) {
            event["body"] = .string(text)
            event["isBase64Encoded"] = false
        } else {
            event["body"] = .string(Base64.encode(request.body))
            event["isBase64Encoded"] = true
        }
        return .object(event)
    }

    private static func context(
        _ request: WireRequest, _ url: FunctionURL, _ id: String, _ sender: Sender?, _ now: Timestamp, _ path: String
    ) -> JSONObject {
        var context: JSONObject = [
            "accountId": .string(sender?.caller.account ?? "anonymous"), "apiId": .string(url.id),
            "domainName": .string(url.host), "domainPrefix": .string(url.id),
            "http": [
                "method": .string(request.method), "path": .string(path), "protocol": "HTTP/1.1",
                "sourceIp": "127.0.0.1", "userAgent": .string(request.header("user-agent") ?? ""),
            ], "requestId": .string(id), "routeKey": "$default", "stage": "$default", "time": .string(time(now)),
            "timeEpoch": .integer(now.milliseconds),
        ]
        if let sender {
            context["authorizer"] = [
                "iam": [
                    "accessKey": .string(CredentialScope(of: request)?.accessKeyID ?? ""),
                    "accountId": .string(sender.caller.account ?? ""), "callerId": .string(sender.caller.name),
                    "cognitoIdentity": nil, "principalOrgId": nil, "userArn": .string(sender.caller.name),
                    "userId": .string(sender.caller.name),
                ]
            ]
        }
        return context
    }

    /// Values of the same name, in one text.
    private static func joined(_ pairs: [(name: String, value: String)]) -> JSONObject {
        var object = JSONObject()
        for (name, value) in pairs {
            object[name] = .string(object[name]?.stringValue.map { "\($0),\(value)" } ?? value)
        }
        return object
    }

    /// A body that is a text by its type.
    private static func text(of request: WireRequest) -> String? {
        let type = (request.header("content-type") ?? "").lowercased().prefix { $0 != ";" }
        let isText =
            type.hasPrefix("text/") || type.hasSuffix("+json") || type.hasSuffix("+xml")
            || ["application/json", "application/javascript", "application/xml"].contains(type)
        return isText ? String(validating: request.body, as: UTF8.self) : nil
    }

    /// `12/Mar/2020:19:03:58 +0000`.
    private static func time(_ now: Timestamp) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let text = Array(now.iso8601)
        guard text.count >= 19, let month = Int(String(text[5..<7])), months.indices.contains(month - 1) else {
            return ""
        }
        return "\(String(text[8..<10]))/\(months[month - 1])/\(String(text[..<4])):\(String(text[11..<19])) +0000"
    }
}
