import JSONTree
import NewelPluginKit
import OutboundHTTP

/// What a task is told of a response.
///
/// Source: AWS Step Functions developer guide, "Call HTTPS APIs", and examples of outputs there: names of headers in lower case, each with
/// its values.
package enum HTTPTaskReply {
    /// The task's result.
    ///
    /// - Throws: `States.Http.StatusCode.NNN` with the body as its cause unless the status is 2xx; `States.Runtime` for a body that is no text.
    package static func result(of response: OutboundResponse) throws(PluginError) -> JSON {
        guard (200..<300).contains(response.status) else {
            let cause = String(decoding: response.body, as: UTF8.self).unicodeScalars.prefix(HTTPLimits.causeScalarsMax)
            throw PluginError("States.Http.StatusCode.\(response.status)", String(String.UnicodeScalarView(cause)))
        }
        return [
            "Headers": headers(of: response), "ResponseBody": try body(of: response),
            "StatusCode": .integer(Int64(response.status)), "StatusText": .string(response.reason),
        ]
    }

    /// The task's error when there is no response.
    package static func failure(_ error: OutboundError) -> PluginError {
        switch error.code {
        case .tooLarge:
            PluginError(
                "States.DataLimitExceeded",
                "The state/task 'http' returned a result with a size exceeding the maximum number of bytes service limit."
            )
        case .badURL: HTTPTask.problem("the request cannot be made: \(error.message)")
        case .timedOut, .unreachable, .cancelled: PluginError("States.Http.Socket", error.message)
        }
    }

    private static func headers(of response: OutboundResponse) -> JSON {
        var members = JSONObject()
        for field in response.headers {
            let name = field.name.lowercased()
            members[name] = .array((members[name]?.arrayValue ?? []) + [.string(field.value)])
        }
        return .object(members)
    }

    private static func body(of response: OutboundResponse) throws(PluginError) -> JSON {
        let content = response.header("content-type") ?? ""
        let type = content.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        let isBinary =
            type == "application/octet-stream" || ["image/", "video/", "audio/"].contains { type.hasPrefix($0) }
        guard !isBinary else { throw HTTPTask.problem("the response is of type '\(type)', which cannot be a result") }
        guard let text = text(response.body, content) else {
            throw HTTPTask.problem("the response cannot be read as text")
        }
        // A body that only claims to be JSON is a text.
        if type == "application/json" || type.hasSuffix("+json"), let tree = try? JSON.parse(text) { return tree }
        return .string(text)
    }

    private static func text(_ bytes: [UInt8], _ content: String) -> String? {
        if content.lowercased().contains("charset=iso-8859-1") {
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
