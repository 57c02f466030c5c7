import AWSWire
import JSONTree

/// `ListTagsForResource`: the tags of a rule or a bus.
struct ListTagsForResource: Operation {
    static let name = "ListTagsForResource"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let tags =
            switch try TaggedResource(ActionInput(input)) {
            case .rule(let key): try catalogue.rule(key).tags
            case .bus(let key): try catalogue.bus(key).tags
            }
        return OperationOutput(["Tags": tags.shape])
    }
}
