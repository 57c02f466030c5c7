import AWSWire
import JSONTree

/// `EnableRule`: lets a rule act on what it matches.
struct EnableRule: Operation {
    static let name = "EnableRule"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await catalogue.change(ActionInput(input).rule(context)) { $0.state = "ENABLED" }
        return OperationOutput()
    }
}
