import Logging
import StorageContract
import Synchronization

/// The history keeper at work: a pass a minute, until the server stops.
final class HistoryUpkeep: Sendable {
    private let keeper: HistoryKeeper
    private let interval: Duration
    private let logger: Logger
    private let failures = Mutex<[StoreError]>([])

    init(_ keeper: HistoryKeeper, every interval: Duration, logger: Logger) {
        self.keeper = keeper
        self.interval = interval
        self.logger = logger
    }

    /// What failed in the last pass.
    var lastFailures: [StoreError] { failures.withLock { $0 } }

    /// Works until cancelled; a failure is logged when it is new, and tried again.
    @Sendable func run() async throws {
        try await BackgroundWork.every(interval) { [self] in
            let found = try await keeper.pass()
            let known = failures.withLock { failures in
                defer { failures = found }
                return failures
            }
            for failure in found where !known.contains(failure) {
                logger.error("finished histories could not be looked after", metadata: ["reason": "\(failure.message)"])
            }
        }
    }
}
