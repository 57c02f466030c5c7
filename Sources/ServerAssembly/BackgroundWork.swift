/// Work that outlives the request that asked for it; what must not be lost is in the store and taken up at the next start.
struct BackgroundWork: Sendable {
    /// Runs work after a span.
    func run(_ span: Duration, _ work: @escaping @Sendable () async -> Void) {
        Task {
            // Never cancelled: nothing holds this task.
            try? await Task.sleep(for: span)
            await work()
        }
    }
}
