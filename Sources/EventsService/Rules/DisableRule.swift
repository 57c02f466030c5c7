import AWSWire
import JSONTree

/// `DisableRule`: lets a rule act on what it matches no more.
struct DisableRule: Operation {
    static let name = "DisableRule"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await catalogue.change(ActionInput(input).rule(context)) { $0.state = "DISABLED" }
        return OperationOutput()
    }
}
