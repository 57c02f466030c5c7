import AWSWire
import JSONTree

/// `DeleteLogGroup`: removes a group with its streams and their events.
struct DeleteLogGroup: Operation {
    static let name = "DeleteLogGroup"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await catalogue.delete(ActionInput(input).group(context))
        return OperationOutput()
    }
}
