import ResourceNames

/// Which executions a list shows.
package struct ExecutionFilter: Sendable {
    package var machine: String
    /// `nil`: every status.
    package var status: UInt8?
    /// Show what comes after this one (newest first), from the last row of the page before.
    package var after: (startedAt: Timestamp, key: ExecutionKey)?
    package var limit: Int
    package init(
        machine: String, status: UInt8? = nil, after: (startedAt: Timestamp, key: ExecutionKey)? = nil, limit: Int
    ) {
        self.machine = machine
        self.status = status
        self.after = after
        self.limit = limit
    }
}
