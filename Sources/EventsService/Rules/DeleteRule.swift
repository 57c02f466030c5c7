import AWSWire
import JSONTree

/// `DeleteRule`: removes a rule without targets; one that does not exist is no error, as in AWS.
struct DeleteRule: Operation {
    static let name = "DeleteRule"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let key = try ActionInput(input).rule(context)
        _ = try catalogue.bus(key.bus)
        try await catalogue.delete(key)
        return OperationOutput()
    }
}
