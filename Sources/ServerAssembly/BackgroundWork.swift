/// The one place where pauses are made; whoever needs one is given it.
enum BackgroundWork {
    /// Waits; ends early when its task is cancelled.
    ///
    /// - Throws: `CancellationError`, nothing else.
    @Sendable static func pause(_ span: Duration) async throws { try await Task.sleep(for: span) }

    /// Runs a body again and again until cancelled, with a pause after each time.
    static func every(_ span: Duration, _ body: @Sendable () async throws -> Void) async throws {
        while true {
            try await body()
            try await pause(span)
        }
    }
}
