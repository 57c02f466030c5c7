import AWSWire
import JSONTree

/// `ListTagsForResource`.
struct ListTagsForResource: Operation {
    static let name = "ListTagsForResource"
    let catalogue: ParameterCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let parameter = try ParameterTags.resource(ActionInput(input), catalogue, in: context.territory)
        return OperationOutput([
            "TagList": .array(parameter.tags.map { ["Key": .string($0.key), "Value": $0.value] })
        ])
    }
}
