import AWSWire
import JSONTree
import TemplateLanguage

/// `ValidateTemplate`: what is wrong with a template, or what it wants.
struct ValidateTemplate: Operation {
    static let name = "ValidateTemplate"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let text = try await starter.blueprints.text(ActionInput(input), previous: nil, context)
        let summary = try TemplateSummary(text)
        var shape: JSONObject = [
            "Parameters": .array(
                summary.parameters.map { parameter in
                    var shape: JSONObject = [
                        "ParameterKey": .string(parameter.name), "NoEcho": .bool(parameter.isSecret),
                    ]
                    shape["DefaultValue"] = parameter.defaultText.map { .string($0) }
                    shape["Description"] = parameter.description.map { .string($0) }
                    return .object(shape)
                })
        ]
        shape["Description"] = summary.description.map { .string($0) }
        if let (needed, reason) = summary.capabilities {
            shape["Capabilities"] = .array(needed.map { .string($0) })
            shape["CapabilitiesReason"] = .string(reason)
        }
        shape["DeclaredTransforms"] = summary.transformShapes
        return OperationOutput(.object(shape))
    }
}
