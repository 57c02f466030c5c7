import ResourceNames

/// What lists and descriptions need of an execution without folding its log.
package struct ExecutionRow: Sendable {
    package var key: ExecutionKey
    /// Account, region and name of the machine: `ACCOUNT:REGION:NAME`.
    package var machine: String
    package var name: String
    /// RUNNING 0, SUCCEEDED 1, FAILED 2, TIMED_OUT 3, ABORTED 4, PENDING_REDRIVE 5.
    package var status: UInt8
    package var startedAt: Timestamp
    package var stoppedAt: Timestamp?
    /// Of the definition the execution is pinned to.
    package var definitionSHA256: [UInt8]
    /// All else the engine wants to find again (input, output, role, semantics …), in its own form.
    package var bytes: [UInt8]

    package init(
        key: ExecutionKey, machine: String, name: String, status: UInt8, startedAt: Timestamp, stoppedAt: Timestamp?,
        definitionSHA256: [UInt8], bytes: [UInt8]
    ) {
        self.key = key
        self.machine = machine
        self.name = name
        self.status = status
        self.startedAt = startedAt
        self.stoppedAt = stoppedAt
        self.definitionSHA256 = definitionSHA256
        self.bytes = bytes
    }
}
