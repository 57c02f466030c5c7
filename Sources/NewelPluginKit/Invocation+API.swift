import CNewelPlugin

extension Invocation {
    /// Runs an AWS action as the function's role and hands its output to `then`.
    ///
    /// - Parameters:
    ///   - service: `states`, `sqs` …
    ///   - action: `SendTaskSuccess`.
    ///   - input: The action's input as JSON; `"$region"` overrides the region, `"$metadata": true` adds the reply's metadata.
    ///   - then: Runs exactly once, on a thread of the host's.
    public func api(
        _ service: String, _ action: String, _ input: [UInt8],
        then: @escaping @Sendable (Result<[UInt8], APIError>) -> Void
    ) {
        send(through: host.pointee.api_call, service, action, input, then)
    }

    /// As `api`, but where the host can it only works the write out and commits it with the call's answer, exactly once.
    ///
    /// For handlers that may be linked in; elsewhere it is `api`.
    public func prepare(
        _ service: String, _ action: String, _ input: [UInt8],
        then: @escaping @Sendable (Result<[UInt8], APIError>) -> Void
    ) {
        let found = NEWEL_EXT_STORE_EFFECT.withCString { host.pointee.extension(host.pointee.ctx, $0) }
        let effect = found?.assumingMemoryBound(to: newel_store_effect.self)
        send(through: effect?.pointee.api_prepare ?? host.pointee.api_call, service, action, input, then)
    }

    /// Runs an AWS action and awaits its output.
    public func api(_ service: String, _ action: String, _ input: [UInt8]) async throws(APIError) -> [UInt8] {
        try await withCheckedContinuation { continuation in
            api(service, action, input) { continuation.resume(returning: $0) }
        }.get()
    }

    /// Runs an AWS action and blocks the thread until its output is there. Not for handlers that are `nonblocking`.
    public func apiWaiting(_ service: String, _ action: String, _ input: [UInt8]) throws(APIError) -> [UInt8] {
        let waiter = Waiter<Result<[UInt8], APIError>>()
        api(service, action, input) { waiter.provide($0) }
        return try waiter.wait().get()
    }

    private func send(
        through function: APICallFunction?, _ service: String, _ action: String, _ input: [UInt8],
        _ then: @escaping @Sendable (Result<[UInt8], APIError>) -> Void
    ) {
        guard let function else { return then(.failure(APIError(status: newel_status(NEWEL_E_UNSUPPORTED)))) }
        let user = Unmanaged.passRetained(APIContinuation(then))
        let status = withBytes(service) { service in
            withBytes(action) { action in
                input.withUnsafeBytes {
                    function(
                        host.pointee.ctx, handle, service, action, newel_bytes($0), resumeContinuation, user.toOpaque())
                }
            }
        }
        if status != newel_status(NEWEL_OK) { user.takeRetainedValue().then(.failure(APIError(status: status))) }
    }
}

private typealias APICallFunction =
    @convention(c) (
        UnsafeMutableRawPointer?, newel_call, newel_bytes, newel_bytes, newel_bytes, newel_api_done?,
        UnsafeMutableRawPointer?
    ) -> newel_status

/// What to do with an answer, as an object that C can carry.
private final class APIContinuation: Sendable {
    let then: @Sendable (Result<[UInt8], APIError>) -> Void
    init(_ then: @escaping @Sendable (Result<[UInt8], APIError>) -> Void) { self.then = then }
}

private let resumeContinuation: newel_api_done = { user, status, json, error in
    guard let user else { return }
    let continuation = Unmanaged<APIContinuation>.fromOpaque(user).takeRetainedValue()
    if status == newel_status(NEWEL_OK) {
        continuation.then(.success([UInt8](json.buffer)))
    } else {
        continuation.then(.failure(error.map { APIError(status: status, $0.pointee) } ?? APIError(status: status)))
    }
}
