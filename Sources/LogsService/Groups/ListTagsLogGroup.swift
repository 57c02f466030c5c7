import AWSWire
import JSONTree

/// `ListTagsLogGroup`: the older form of `ListTagsForResource`, with the name of the group.
struct ListTagsLogGroup: Operation {
    static let name = "ListTagsLogGroup"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let group = try catalogue.group(ActionInput(input).group(context))
        return OperationOutput(["tags": .object(group.tags)])
    }
}
