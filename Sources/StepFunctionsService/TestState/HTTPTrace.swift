import JSONTree
import OutboundHTTP

/// The request and the response of an HTTP task.
///
/// Source: developer guide, "Testing an HTTP Task": headers as one text, `[name: value, …]`; API reference, "TestState": without
/// `revealSecrets` what the connection adds to the request is left out, and nothing of the response.
struct HTTPTrace {
    private let request: HTTPExchange.Request
    private let response: OutboundResponse?

    /// What may be shown of an exchange.
    init(_ exchange: HTTPExchange, showsSecrets: Bool) {
        request = showsSecrets ? exchange.request : exchange.withoutSecrets
        response = exchange.response
    }

    /// Adds `request`, and `response` when there was one.
    func add(to data: inout JSONObject) {
        let scheme = JSON.string(request.url.prefix { $0 != ":" }.lowercased())
        var sent: JSONObject = [
            "protocol": scheme, "method": .string(request.method), "url": .string(request.url),
            "headers": Self.list(request.headers),
        ]
        if let body = request.body { sent["body"] = .string(body) }
        data["request"] = .object(sent)
        guard let response else { return }
        data["response"] = [
            "protocol": scheme, "statusCode": .string("\(response.status)"), "statusMessage": .string(response.reason),
            "headers": Self.list(response.headers.map { HTTPField($0.name.lowercased(), $0.value) }),
            "body": .string(String(decoding: response.body, as: UTF8.self)),
        ]
    }

    private static func list(_ fields: [HTTPField]) -> JSON {
        .string("[\(fields.map { "\($0.name): \($0.value)" }.joined(separator: ", "))]")
    }
}
