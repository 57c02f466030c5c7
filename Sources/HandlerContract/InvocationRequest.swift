import JSONTree
import ResourceNames

/// One call of a handler, as values: what `newel_invocation` carries over the ABI.
package struct InvocationRequest: Sendable {
    /// What is called: a Lambda function ARN (qualified or not), or an integration's resource with `.sync` and
    /// `.waitForTaskToken` already stripped (`arn:aws:states:::sqs:sendMessage`).
    package var resource: String
    /// The JSON text handed over; shared, never copied on the way to the worker's socket.
    package var payload: Payload
    /// The Lambda request id: a lower-case UUID.
    package var requestID: String
    /// The task token of a `.waitForTaskToken` task, else empty.
    package var taskToken: String = ""
    /// The calling execution, else empty.
    package var executionARN: String = ""
    /// Base64-decoded client context, else empty.
    package var clientContext: [UInt8] = []
    /// `X-Amzn-Trace-Id`, else empty.
    package var traceHeader: String = ""
    /// The same over redeliveries of one attempt: execution, event id, attempt.
    package var idempotencyKey: String = ""
    /// From 1.
    package var attempt: Int = 1
    /// How deep calls are nested (a function that calls a function …); refused beyond 16.
    package var depth: Int = 0
    /// `.waitForTaskToken` was asked for.
    package var waitsForToken: Bool = false
    /// `.sync` or `.sync:2` was asked for.
    package var isSync: Bool = false
    /// Who waits for the end of what a `.sync` integration starts; else empty.
    package var awaitedBy: String = ""
    /// The role whose permissions count for an integration's `api_call`: the state machine's; `nil` for functions, which have their own.
    package var roleARN: String?
    /// The state machine's own role where the task names another in its `Credentials`: it must be allowed to assume that one.
    package var assumingRoleARN: String?
    /// Where the call comes from: decides account and region of an unqualified name and of an integration's `api_call`.
    package var territory: Territory
    /// Ask for the last 4 KiB of the log with the outcome.
    package var wantsLogTail: Bool = false
    /// Who takes the answer piece by piece (`NEWEL_INV_STREAM`); `nil` for who waits for all of it.
    package var stream: ResponseStream?
    /// A trial before a build is put to use (`NEWEL_INV_PROBE`).
    package var isProbe: Bool = false

    /// Runs right before the handler is given the call, on the thread that gives it; never when the call is refused before that.
    package var onHandover: (@Sendable () -> Void)?

    /// A call of `resource` with `payload`; all else takes its default.
    package init(resource: String, payload: Payload, requestID: String, territory: Territory) {
        self.resource = resource
        self.payload = payload
        self.requestID = requestID
        self.territory = territory
    }
}
