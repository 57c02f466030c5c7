/// Asks other servers over HTTP. [any thread]
package final class OutboundClient: Sendable {
    private let loop = TransferLoop()

    /// A client; its thread starts with the first request.
    package init() {}

    deinit { loop.close() }

    /// Ends what is under way and the thread; later requests fail as `cancelled`.
    package func close() { loop.close() }

    /// Sends a request once, follows no redirect, and waits for the answer.
    ///
    /// Ends early, as `cancelled`, when the caller's task is cancelled.
    package func send(_ request: OutboundRequest) async throws(OutboundError) -> OutboundResponse {
        let letter = Letter()
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let transfer = Transfer(request) { continuation.resume(returning: $0) }
                letter.send(transfer, through: loop)
            }
        } onCancel: {
            letter.cancel(through: loop)
        }.get()
    }
}
