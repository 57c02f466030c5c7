import AWSWire
import JSONTree
import ResourceNames

/// Answers for the service of log groups, which Step Functions may not import.
struct LogGroups: Sendable {
    /// The way to another service.
    let caller: DispatcherAPICaller

    /// Whether a group is there. Without such a service every group is.
    func contains(_ arn: String, _ context: RequestContext) async -> Bool {
        guard let parts = ARN(arn)?.resourceParts, parts.count >= 2, parts[0] == "log-group" else { return false }
        do throws(ServiceError) {
            let output = try await caller.run(
                service: "logs", action: "DescribeLogGroups", input: ["logGroupNamePrefix": .string(String(parts[1]))],
                context: context)
            let groups = output.body["logGroups"]?.arrayValue ?? []
            return groups.contains { $0["logGroupName"]?.stringValue == String(parts[1]) }
        } catch {
            return error.code == "UnknownOperationException"
        }
    }
}
