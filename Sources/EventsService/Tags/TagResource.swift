import AWSWire
import JSONTree

/// `TagResource`: adds tags to a rule or a bus; a tag with the key of another replaces it.
struct TagResource: Operation {
    static let name = "TagResource"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let tags = try Tags(input, in: context)
        try await catalogue.changeTags(TaggedResource(input)) { kept throws(ServiceError) in try kept.add(tags) }
        return OperationOutput()
    }
}
