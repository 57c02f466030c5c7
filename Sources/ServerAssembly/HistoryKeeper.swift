import Platform
import ResourceNames
import StorageContract

/// Keeps finished executions as long as they are to be kept: moves, compacts, deletes. Decides what is due; the store does it, step by step.
package struct HistoryKeeper: Sendable {
    /// Executions per step; a step keeps the writer for a few milliseconds.
    private static let executionsPerStep = 128

    private let store: any ExecutionRetention
    private let retention: HistoryRetention
    private let clock: any WallClock
    private let compact: @Sendable ([UInt8]) -> [UInt8]?
    private let isNeeded: ExecutionRetention.Need
    private let rest: @Sendable (Duration) async throws -> Void

    /// - Parameters:
    ///   - compact: Gives the short form of a record; `nil` leaves it as it is.
    ///   - isNeeded: Whether executions listed under a name are kept, however old they are.
    ///   - rest: Waits between two steps; throws only when the work is to end.
    package init(
        store: any ExecutionRetention, retention: HistoryRetention, clock: any WallClock,
        compact: @escaping @Sendable ([UInt8]) -> [UInt8]?, isNeeded: @escaping ExecutionRetention.Need,
        rest: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.store = store
        self.retention = retention
        self.clock = clock
        self.compact = compact
        self.isNeeded = isNeeded
        self.rest = rest
    }

    /// Does everything that is due. What fails keeps nothing else from being done.
    ///
    /// - Returns: What failed; it is tried again with the next pass.
    /// - Throws: `CancellationError`, or what `rest` throws.
    package func pass() async throws -> [StoreError] {
        let now = clock.now
        var failures: [StoreError] = []
        for step in [move, compactDays, deleteOld, deleteOverLimit, freeNames] {
            var isMore = true
            while isMore {
                do throws(StoreError) { isMore = try await step(now) } catch {
                    failures.append(error)
                    isMore = false
                }
                try Task.checkCancellation()
                if isMore { try await rest(retention.restBetweenSteps) }
            }
        }
        return failures
    }

    private func move(_ now: Timestamp) async throws(StoreError) -> Bool {
        let due = now - retention.movesAfter
        return try await store.moveEndedRecords(before: due, limit: Self.executionsPerStep) > 0
    }

    private func compactDays(_ now: Timestamp) async throws(StoreError) -> Bool {
        try await store.compactMovedRecords(before: now - retention.compactsAfter, by: compact)
    }

    private func deleteOld(_ now: Timestamp) async throws(StoreError) -> Bool {
        try await delete(before: now - retention.deletesAfter, now)
    }

    private func deleteOverLimit(_ now: Timestamp) async throws(StoreError) -> Bool {
        guard try await store.storedBytes() > retention.bytesMax else { return false }
        return try await delete(before: now - retention.movesAfter, now)
    }

    private func delete(before instant: Timestamp, _ now: Timestamp) async throws(StoreError) -> Bool {
        try await store.deleteEndedExecutions(
            before: instant, keepingNamesSince: now - retention.namesTakenFor, limit: Self.executionsPerStep,
            sparing: isNeeded) > 0
    }

    private func freeNames(_ now: Timestamp) async throws(StoreError) -> Bool {
        try await store.freeNames(before: now - retention.namesTakenFor, limit: Self.executionsPerStep) > 0
    }
}

extension Timestamp {
    /// The instant a span earlier.
    fileprivate static func - (instant: Timestamp, span: Duration) -> Timestamp { instant + (.zero - span) }
}
