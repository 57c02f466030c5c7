import AWSWire
import JSONTree

/// `ListTagsForResource`: the tags of a group, named by its ARN.
struct ListTagsForResource: Operation {
    static let name = "ListTagsForResource"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let group = try catalogue.group(ActionInput(input).taggedGroup())
        return OperationOutput(["tags": .object(group.tags)])
    }
}
