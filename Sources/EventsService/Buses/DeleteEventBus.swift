import AWSWire
import JSONTree

/// `DeleteEventBus`: removes a bus without rules; one that does not exist is no error, as in AWS.
struct DeleteEventBus: Operation {
    static let name = "DeleteEventBus"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let key = BusKey(territory: context.territory, name: try ActionInput(input).requiredText("Name"))
        guard !key.isDefault else { throw .invalid("Cannot delete event bus default.") }
        try await catalogue.delete(key)
        return OperationOutput()
    }
}
