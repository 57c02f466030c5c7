import ResourceNames

/// Deletes what has been kept long enough, a little at a time, so that nobody waits for it.
package protocol ExecutionRetention: Sendable {
    /// Deletes executions that ended before an instant, the longest ended first, with everything they own.
    ///
    /// Each call is one short transaction between those of `commit`. Call again until it answers less than `limit`.
    /// - Parameter limit: Executions per call; 64 takes a few milliseconds.
    /// - Returns: How many were deleted.
    func deleteEndedExecutions(before instant: Timestamp, limit: Int) async throws(StoreError) -> Int

    /// Bytes the stored data takes on disk, free space inside the files not counted: what a limit by bytes compares with.
    ///
    /// Over the limit, delete with `before` in the future and a small `limit` until it is respected.
    func storedBytes() async throws(StoreError) -> Int64
}
