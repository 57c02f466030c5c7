import AWSWire
import JSONTree

/// `PutRetentionPolicy`: how many days a group keeps its events.
struct PutRetentionPolicy: Operation {
    static let name = "PutRetentionPolicy"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let days = try request.integer("retentionInDays") ?? 0
        guard Limits.retentionDays.contains(days) else {
            let allowed = Limits.retentionDays.sorted().map { String($0) }.joined(separator: ", ")
            throw .invalid(
                "1 validation error detected: Value '\(days)' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [\(allowed)]"
            )
        }
        try await catalogue.change(request.group(context)) { $0.retentionDays = days }
        return OperationOutput()
    }
}
