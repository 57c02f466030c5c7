import AWSWire
import JSONTree

/// `GetParameter`: by name or ARN, the newest version or one by number or label.
struct GetParameter: Operation {
    static let name = "GetParameter"
    let catalogue: ParameterCatalogue
    let secrets: SecretKeeper

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let reference = ParameterReference(try request.requiredText("Name"), in: context.territory)
        let (parameter, version) = try catalogue.version(reference, for: context.territory)
        return OperationOutput([
            "Parameter": try await ShownParameter.shape(
                parameter, version, selector: reference.selector, request, secrets, context)
        ])
    }
}
