import AWSWire
import JSONTree

/// `UntagResource`: removes tags from a rule or a bus.
struct UntagResource: Operation {
    static let name = "UntagResource"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let keys = try input.texts("TagKeys")
        try await catalogue.changeTags(TaggedResource(input)) { $0.remove(keys) }
        return OperationOutput()
    }
}
