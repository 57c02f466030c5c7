import AWSWire
import Digests
import HandlerContract
import JSONTree

/// What a client of a URL gets for what the function gave.
///
/// Source: Lambda developer guide, "Invoking Lambda function URLs", response payload format.
enum FunctionURLReply {
    /// The reply for an outcome.
    static func reply(_ outcome: InvocationOutcome) -> WireReply {
        switch outcome.result {
        case .success(let answer): reply(answer.tree)
        case .functionError: failure(502, "Internal Server Error")
        case .refused(let refusal) where refusal.status == 429: failure(429, "Rate Exceeded.")
        case .refused(let refusal) where refusal.status == 404: failure(404, "Not Found")
        case .refused: failure(502, "Internal Server Error")
        }
    }

    /// A refusal.
    static func failure(_ status: Int, _ message: String) -> WireReply {
        let body: JSON = ["Message": .string(message)]
        return WireReply(status: status, headers: [("Content-Type", "application/json")], body: body.bytes)
    }

    private static func reply(_ answer: JSON) -> WireReply {
        guard answer["statusCode"] != nil else {
            return WireReply(status: 200, headers: [("Content-Type", "application/json")], body: answer.bytes)
        }
        guard var reply = head(answer, contentType: "application/json") else {
            return failure(502, "Internal Server Error")
        }
        let body = answer["body"].flatMap(\.unlessNull)
        let text = body.map { $0.stringValue ?? $0.text } ?? ""
        guard answer["isBase64Encoded"]?.boolValue == true else {
            reply.body = Array(text.utf8)
            return reply
        }
        guard let bytes = Base64.decode(text, .lenient) else { return failure(502, "Internal Server Error") }
        reply.body = bytes
        return reply
    }

    /// Status, headers and cookies as a function gives them; `nil` for a status that is none.
    static func head(_ answer: JSON, contentType: String) -> WireReply? {
        let status = answer["statusCode"] ?? 200
        let code = status.integerValue.map(Int.init) ?? status.stringValue.flatMap { Int($0) }
        guard let code, (200...599).contains(code) else { return nil }
        var headers: [(name: String, value: String)] = []
        for (name, value) in answer["headers"]?.objectValue ?? JSONObject() where name.lowercased() != "content-length"
        {
            guard let text = value.stringValue ?? value.numberText ?? value.boolValue.map({ "\($0)" }) else { continue }
            headers.append((name, text))
        }
        if !headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            headers.append(("Content-Type", contentType))
        }
        headers += answer["cookies"]?.arrayValue?.compactMap(\.stringValue).map { ("Set-Cookie", $0) } ?? []
        return WireReply(status: code, headers: headers)
    }
}
