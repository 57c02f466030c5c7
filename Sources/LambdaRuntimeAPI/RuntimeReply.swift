import JSONTree

/// What a runtime is answered, apart from an invocation.
///
/// Source of statuses and words: aws/aws-lambda-runtime-interface-emulator, AWS's own server of this interface.
package struct RuntimeReply: Sendable, Equatable {
    /// The HTTP status.
    package var status: Int
    /// JSON, or plain text.
    package var body: [UInt8]
    /// Of the body.
    package var contentType = "application/json"

    /// It is taken.
    package static let accepted = RuntimeReply(status: 202, json: ["status": "OK"])
    /// The id is not the one of the invocation under way.
    package static let wrongID = error(400, "InvalidRequestID", "Invalid request ID")
    /// The answer is larger than a function's may be.
    package static func tooLarge(bytesMax: Int) -> RuntimeReply {
        error(413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size (\(bytesMax) bytes).")
    }
    /// A mode other than `streaming` was asked for.
    package static let wrongMode = error(400, "InvalidFunctionResponseMode", "Invalid function response mode")

    /// It may not be asked now.
    package static func wrongState(_ state: String, _ wanted: String) -> RuntimeReply {
        error(
            403, "InvalidStateTransition",
            "State transition from \(state) to \(wanted) failed for runtime. Error: State transition is not allowed")
    }

    /// Plain words.
    package static func text(_ status: Int, _ words: String) -> RuntimeReply {
        RuntimeReply(status: status, body: Array(words.utf8), contentType: "text/plain; charset=utf-8")
    }

    private static func error(_ status: Int, _ type: String, _ message: String) -> RuntimeReply {
        RuntimeReply(status: status, json: ["errorMessage": .string(message), "errorType": .string(type)])
    }

    private init(status: Int, json: JSON) { self.init(status: status, body: json.bytes) }

    private init(status: Int, body: [UInt8], contentType: String = "application/json") {
        self.status = status
        self.body = body
        self.contentType = contentType
    }
}
