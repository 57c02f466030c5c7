import JSONTree
import NewelPluginKit
import OutboundHTTP

/// A request made of what a task says and what its connection adds.
///
/// Source: AWS Step Functions developer guide, "Merging EventBridge connection and HTTP Task definition data": the connection wins.
package struct MergedRequest: Sendable, Equatable {
    /// `GET`.
    package let method: String
    /// With the query string.
    package let url: String
    /// All headers but those that follow from the request itself and the default `Content-Type`.
    package let headers: [HTTPField]
    /// `nil` without one.
    package let body: String?

    /// Merges.
    ///
    /// - Parameters:
    ///   - authorization: The header that authorises the request.
    ///   - region: What the user agent tells.
    ///   - revealing: Whether what the connection adds is there; else what it would have replaced is missing too.
    package init(
        _ task: HTTPTask, _ connection: Connection, authorization: HTTPField, region: String, revealing: Bool = true
    ) throws(PluginError) {
        method = task.method
        let added = [authorization] + connection.headers.filter { !$0.isNamed(authorization.name) }
        if let field = added.first(where: { !$0.isHeader }) {
            throw HTTPTask.problem("the header '\(field.name)' of the connection cannot be sent")
        }
        headers =
            task.headers.filter { field in
                !HeaderRules.isOurs(field.name) && !added.contains { $0.isNamed(field.name) }
            } + (revealing ? added.filter { !HeaderRules.isOurs($0.name) } : []) + [
                HTTPField("User-Agent", "Amazon|StepFunctions|HttpInvoke|\(region)"),
                HTTPField("Range", "bytes=0-\(HTTPLimits.responseBytesMax)"),
            ]
        let names = Set(connection.query.map(\.name))
        let query = task.query.filter { !names.contains($0.name) } + (revealing ? connection.query : [])
        url = URLText.adding(query, to: URLText.adding(task.queryText, to: task.endpoint))
        body = try Self.text(
            of: Self.merged(task.body, connection.body, revealing: revealing), arrays: task.formArrays)
    }

    /// As it is sent.
    package var outbound: OutboundRequest {
        var sent = headers
        if body != nil, !headers.contains(where: { $0.isNamed("Content-Type") }) {
            sent.append(HTTPField("Content-Type", "application/json; charset=UTF-8"))
        }
        return OutboundRequest(
            method: method, url: url, headers: sent, body: body.map { Array($0.utf8) }, timeout: HTTPLimits.timeout,
            responseBytesMax: HTTPLimits.responseBytesMax)
    }

    /// As it is shown.
    package var shown: HTTPExchange.Request {
        HTTPExchange.Request(method: method, url: url, headers: headers, body: body)
    }

    private static func merged(_ body: JSON?, _ added: [HTTPField], revealing: Bool) throws(PluginError) -> JSON? {
        guard !added.isEmpty else { return body }
        guard var members = body == nil ? JSONObject() : body?.objectValue else {
            throw HTTPTask.problem(
                "RequestBody is no object, so the body parameters of the connection cannot be added to it")
        }
        for field in added { members[field.name] = revealing ? .string(field.value) : nil }
        return members.isEmpty && body == nil ? nil : .object(members)
    }

    private static func text(of body: JSON?, arrays: FormBody.ArrayFormat?) throws(PluginError) -> String? {
        switch (body, arrays) {
        case (nil, _): return nil
        case (.string(let text)?, _): return text
        case (.object(let object)?, let arrays?): return FormBody.encode(object, arrays: arrays)
        case (let body?, nil): return body.text
        default: throw HTTPTask.problem("a RequestBody that is URL-encoded must be an object or a text")
        }
    }
}
