import ResourceNames

/// Puts finished histories aside, shrinks them and deletes what has been kept long enough, a little at a time, so that nobody waits for it.
///
/// Every call is one small step between those of `commit`. A process that ends in the middle of one leaves nothing lost and nothing double: call again.
package protocol ExecutionRetention: Sendable {
    /// Says of a name under which executions are listed (`ExecutionRow.machine`) whether they are needed yet, however old they are.
    typealias Need = @Sendable (_ machine: String) throws(StoreError) -> Bool

    /// Moves the records of executions that ended before an instant to where they can be deleted whole, the longest ended first.
    ///
    /// Rows, lists and names stay, and readers find the records as before. An execution that gets a record again takes its records back.
    /// Call again until it answers 0.
    /// - Parameter limit: Executions per call, fewer when their records are large; 128 takes a few milliseconds of the writer.
    /// - Returns: How many were moved.
    func moveEndedRecords(before instant: Timestamp, limit: Int) async throws(StoreError) -> Int

    /// Rewrites moved records of one day that was over before an instant. Call again until it answers `false`.
    ///
    /// - Parameter compact: Gives the shorter form of a record; `nil` leaves it as it is.
    /// - Returns: Whether there was such a day.
    func compactMovedRecords(before instant: Timestamp, by compact: @escaping @Sendable ([UInt8]) -> [UInt8]?)
        async throws(StoreError) -> Bool

    /// Deletes executions that ended before an instant, the longest ended first, with everything they own. Call again until it answers 0.
    ///
    /// A call stays within one day (UTC): space of moved records is free when the last execution of their day is gone, and whoever deletes for
    /// want of space looks after each call.
    /// - Parameters:
    ///   - keepingNamesSince: Names of executions that ended at this instant or later stay taken, until `freeNames`.
    ///   - limit: Executions per call; 64 takes a few milliseconds.
    ///   - isNeeded: Those listed under a name that is needed stay.
    /// - Returns: How many were deleted.
    func deleteEndedExecutions(
        before instant: Timestamp, keepingNamesSince: Timestamp, limit: Int, sparing isNeeded: @escaping Need
    ) async throws(StoreError) -> Int

    /// Frees names of deleted executions that ended before an instant. Call again until it answers 0.
    ///
    /// - Returns: How many were freed.
    func freeNames(before instant: Timestamp, limit: Int) async throws(StoreError) -> Int

    /// Bytes the stored data takes on disk, free space inside the files not counted: what a limit by bytes compares with.
    ///
    /// Over the limit, delete the longest ended executions until it is respected.
    func storedBytes() async throws(StoreError) -> Int64
}

extension ExecutionRetention {
    /// Deletes executions that ended before an instant, needed or not.
    package func deleteEndedExecutions(before instant: Timestamp, keepingNamesSince: Timestamp, limit: Int)
        async throws(StoreError) -> Int
    {
        try await deleteEndedExecutions(
            before: instant, keepingNamesSince: keepingNamesSince, limit: limit, sparing: { _ in false })
    }
}
