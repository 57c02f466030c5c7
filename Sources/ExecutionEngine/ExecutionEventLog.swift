import ResourceNames

/// Where the events of an execution go besides its history. Told after they are durable, in their order; what a crash cuts off is not told again.
package protocol ExecutionEventLog: Sendable {
    /// Takes records of an execution. Must not wait. [shard threads]
    func append(_ records: [[UInt8]], of execution: LoggedExecution)
}

/// What a log says about an execution with each event.
package struct LoggedExecution: Sendable {
    /// Its name.
    package let arn: ExecutionARN
    /// When it began.
    package let startedAt: Timestamp
    /// How often it has been redriven.
    package let redriveCount: Int
}

/// Finds the log that the settings of an execution name; `nil` for none.
package typealias EventLogFinder = @Sendable (_ settings: [UInt8]) -> (any ExecutionEventLog)?

extension ShardLoop {
    /// The log of an execution, looked up once.
    func eventLog(of execution: LiveExecution) -> (any ExecutionEventLog)? {
        guard let find = services.findEventLog, let settings = execution.details.settings else { return nil }
        if let known = execution.eventLog { return known }
        let found = find(settings)
        execution.eventLog = .some(found)
        return found
    }

    /// Logs what a unit has made durable.
    func log(_ records: [[UInt8]], of execution: LiveExecution) {
        guard !records.isEmpty, let log = eventLog(of: execution) else { return }
        log.append(
            records,
            of: LoggedExecution(
                arn: execution.arn, startedAt: execution.startedAt, redriveCount: execution.details.redriveCount))
    }
}
