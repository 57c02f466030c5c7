import AWSWire
import JSONTree

/// `TagResource`.
struct TagResource: AWSWire.Operation {
    static let name = "TagResource"
    let keeper: TagKeeper
    let limits: Limits

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let resource = try TaggedResource(StatesInput(input))
        try await keeper.change(resource) { [limits] tags throws(ServiceError) in
            TagList.merge(TagList.pairs(input["tags"]), into: &tags)
            try TagList.check(tags, resource.text, limits)
        }
        return OperationOutput()
    }
}
