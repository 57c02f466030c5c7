import AWSWire
import JSONTree
import ResourceNames

/// Where a machine's events go besides its history.
struct LoggingConfiguration: Sendable {
    /// Whether a log group is there, for whoever asks.
    typealias Lookup = @Sendable (_ logGroupARN: String, _ context: RequestContext) async -> Bool

    /// Asks for a log group.
    let isThere: Lookup
    /// Writes the first event into a log group, as AWS does when a machine is created.
    let announce: @Sendable (_ logGroupARN: String, _ context: RequestContext) async -> Void

    /// Completes a configuration as DescribeStateMachine shows it: members that were not given stand at their defaults.
    ///
    /// - Throws: `InvalidLoggingConfiguration` in AWS's words (observed).
    func checked(_ given: JSON?, in context: RequestContext) async throws(ServiceError) -> JSON? {
        guard var members = given?.objectValue else { return nil }
        if members["level"] == nil { members["level"] = "OFF" }
        if members["includeExecutionData"] == nil { members["includeExecutionData"] = false }
        let destinations = members["destinations"]?.arrayValue ?? []
        let isOff = members["level"]?.stringValue == "OFF"
        guard destinations.count == 1 || isOff && destinations.isEmpty else {
            throw .invalidLogging("Must specify exactly one Log Destination.")
        }
        if let destination = destinations.first {
            guard let arn = destination["cloudWatchLogsLogGroup"]?["logGroupArn"]?.stringValue,
                let parts = ARN(arn), parts.service == "logs", await isThere(arn, context)
            else { throw .invalidLogging("Log Destination not found.") }
        }
        return .object(members)
    }
}
