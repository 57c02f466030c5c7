import AWSWire
import JSONTree

/// `RemoveTagsFromResource`; no error for those that are not there.
struct RemoveTagsFromResource: Operation {
    static let name = "RemoveTagsFromResource"
    let catalogue: ParameterCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try ParameterTags.resource(request, catalogue, in: context.territory).name
        let keys = try request.texts("TagKeys")
        try await catalogue.change(name, in: context.territory) { found throws(ServiceError) in
            guard var parameter = found else { throw .invalidResourceID }
            for key in keys { parameter.tags[key] = nil }
            return parameter
        }
        return OperationOutput()
    }
}
