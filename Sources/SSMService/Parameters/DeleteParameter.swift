import AWSWire
import JSONTree

/// `DeleteParameter`: with all its versions.
struct DeleteParameter: Operation {
    static let name = "DeleteParameter"
    let catalogue: ParameterCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let reference = ParameterReference(try ActionInput(input).requiredText("Name"), in: context.territory)
        let parameter = try catalogue.parameter(reference, for: context.territory)
        try await catalogue.change(parameter.name, in: context.territory) { found throws(ServiceError) in
            guard found != nil else { throw .parameterNotFound }
            return nil
        }
        return OperationOutput()
    }
}
