import AWSWire
import JSONTree

/// `ListTagsForResource`.
struct ListTagsForResource: AWSWire.Operation {
    static let name = "ListTagsForResource"
    let keeper: TagKeeper

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["tags": TagList.json(try keeper.tags(of: try TaggedResource(StatesInput(input))))])
    }
}
