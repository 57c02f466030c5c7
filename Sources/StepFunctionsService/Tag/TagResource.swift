import AWSWire
import JSONTree

/// `TagResource`.
struct TagResource: AWSWire.Operation {
    static let name = "TagResource"
    let keeper: TagKeeper
    let limits: Limits

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let resource = try TaggedResource(StatesInput(input))
        let new = TagList.pairs(input["tags"])
        try TagList.checkNames(new, in: context)
        try await keeper.change(resource) { [limits] tags throws(ServiceError) in
            TagList.merge(new, into: &tags)
            try TagList.check(tags, resource.text, limits)
        }
        return OperationOutput()
    }
}
