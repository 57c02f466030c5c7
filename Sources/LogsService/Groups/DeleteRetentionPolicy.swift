import AWSWire
import JSONTree

/// `DeleteRetentionPolicy`: from now on a group keeps its events for ever.
struct DeleteRetentionPolicy: Operation {
    static let name = "DeleteRetentionPolicy"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await catalogue.change(ActionInput(input).group(context)) { $0.retentionDays = nil }
        return OperationOutput()
    }
}
