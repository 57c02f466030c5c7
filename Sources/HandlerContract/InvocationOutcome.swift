import JSONTree

/// How an invocation ended.
package struct InvocationOutcome: Sendable {
    /// What came back.
    package enum Result: Sendable {
        /// A valid JSON text within the payload limit.
        case success(Payload)
        /// The handler's own error, or what became of its worker (`Sandbox.Timedout`, `Runtime.ExitError` …): Lambda answers 200 with
        /// `X-Amz-Function-Error: Unhandled` and `body`.
        case functionError(HandlerFailure)
        /// The call never reached the handler (`ResourceNotFoundException`, `TooManyRequestsException` …): Lambda answers an API error.
        case refused(HandlerRefusal)
    }
    package var result: Result
    /// Writes the handler asked for through the store-effect extension; to be committed with the state transition that its answer causes.
    package var effects: [any PreparedEffect] = []
    /// The last 4 KiB of the function's log, when asked for.
    package var logTail: [UInt8] = []
    /// `$LATEST` or a version number.
    package var executedVersion: String = "$LATEST"
    /// The sha256 (hex) of the build that ran, else empty.
    package var buildID: String = ""

    /// The answer went piece by piece to who asked for that; then the result is `null`.
    package var isStreamed = false

    /// An outcome with everything but its result at the default.
    package init(_ result: Result) { self.result = result }
}

/// A handler's error: type, message and stack, as Lambda words them.
package struct HandlerFailure: Sendable, Equatable {
    /// `CustomException`, `Sandbox.Timedout`; for an integration the Step Functions error name (`SQS.QueueDoesNotExistException`).
    package var type: String
    /// For people.
    package var message: String
    /// JSON text of the stack array, or empty.
    package var stackJSON: String = ""
    /// The error document as a runtime of the Lambda Runtime API posted it, else empty: callers get that one.
    package var document: [UInt8] = []

    /// A failure of a type with a message.
    package init(type: String, message: String, stackJSON: String = "") {
        self.type = type
        self.message = message
        self.stackJSON = stackJSON
    }
}

/// An invocation the service turned away.
package struct HandlerRefusal: Sendable, Equatable {
    /// `ResourceNotFoundException`, `TooManyRequestsException`, `ServiceException` …
    package var code: String
    package var message: String
    /// The HTTP status Lambda answers with.
    package var status: Int
    /// Which limit a throttled call met: the error's member `Reason`.
    package var reason: String?

    /// A refusal with its AWS code, words and HTTP status.
    package init(code: String, message: String, status: Int, reason: String? = nil) {
        self.reason = reason
        self.code = code
        self.message = message
        self.status = status
    }
}

/// A write into our own store that has been worked out but not done: the engine commits it with the transition that depends on it.
///
/// Opaque here; `StorageContract.PreparedWrite` is the one implementation.
package protocol PreparedEffect: Sendable {}
