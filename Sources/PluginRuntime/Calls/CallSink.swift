/// Where a call's answer, log lines and requests go: a socket in a worker, the host's own code in the host.
///
/// [any thread]; bytes are lent.
package protocol CallSink: Sendable {
    /// The call has ended with an answer; runs once.
    func end(_ call: Call, _ answer: CallAnswer)
    /// A piece of the answer; may wait until there is room.
    func append(_ call: Call, chunk: UnsafeRawBufferPointer)
    /// A log line; `call` is `nil` outside of calls.
    func log(_ call: Call?, level: Int32, message: UnsafeRawBufferPointer, fields: UnsafeRawBufferPointer)
    /// Work goes on.
    func heartbeat(_ call: Call)
    /// Starts an action; its answer comes to `HostInterface.deliver` with the request's id.
    ///
    /// - Returns: `false` when it cannot be started; then no answer comes.
    func request(_ call: Call, _ request: APIRequest) -> Bool
    /// Invoke has returned and the handler has made its attempt to answer: nothing of the call is in use any more.
    func released(_ call: Call)
}

/// How a handler ends a call; bytes are lent.
package enum CallAnswer {
    case success(UnsafeRawBufferPointer)
    case failure(type: UnsafeRawBufferPointer, message: UnsafeRawBufferPointer, stackJSON: UnsafeRawBufferPointer)

    /// Hands a failure that the runtime words itself to `body`.
    package static func withFailure<R>(type: String, message: String, _ body: (CallAnswer) -> R) -> R {
        var (type, message) = (type, message)
        return type.withUTF8 { type in
            message.withUTF8 {
                body(
                    .failure(
                        type: UnsafeRawBufferPointer(type), message: UnsafeRawBufferPointer($0),
                        stackJSON: UnsafeRawBufferPointer(start: nil, count: 0)))
            }
        }
    }
}

/// An `api_call` on its way; bytes are lent.
package struct APIRequest {
    package var id: UInt64
    /// The how-manieth of its call, from 1: part of its idempotency key.
    package var ordinal: Int
    package var service: UnsafeRawBufferPointer
    package var action: UnsafeRawBufferPointer
    package var json: UnsafeRawBufferPointer
    /// Work the write out, do not do it.
    package var isPreparing: Bool

    /// States all.
    package init(
        id: UInt64, ordinal: Int, service: UnsafeRawBufferPointer, action: UnsafeRawBufferPointer,
        json: UnsafeRawBufferPointer,
        isPreparing: Bool
    ) {
        self.id = id
        self.ordinal = ordinal
        self.service = service
        self.action = action
        self.json = json
        self.isPreparing = isPreparing
    }
}
