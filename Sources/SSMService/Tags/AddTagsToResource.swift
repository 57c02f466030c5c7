import AWSWire
import JSONTree

/// `AddTagsToResource`.
struct AddTagsToResource: Operation {
    static let name = "AddTagsToResource"
    let catalogue: ParameterCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try ParameterTags.resource(request, catalogue, in: context.territory).name
        let tags = try request.list("Tags") ?? []
        try await catalogue.change(name, in: context.territory) { found throws(ServiceError) in
            guard var parameter = found else { throw .invalidResourceID }
            try ParameterTags.add(tags, to: &parameter, in: context)
            return parameter
        }
        return OperationOutput()
    }
}
