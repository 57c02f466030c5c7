import ServiceLifecycle

/// Work beside the listener: runs until shutdown cancels it.
struct BackgroundService: Service {
    /// What is done; returns when cancelled.
    let body: @Sendable () async throws -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // A service that ends early is restarted by nobody: it only returns when it is cancelled.
            do { try await body() } catch is CancellationError {} catch {
                preconditionFailure("a background service failed: \(error)")
            }
        }
    }
}
