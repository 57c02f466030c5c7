import AWSWire
import JSONTree
import TemplateLanguage

/// `GetTemplateSummary`: of a text, an object or a stack.
struct GetTemplateSummary: Operation {
    static let name = "GetTemplateSummary"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let text: String
        if let name = try input.text("StackName") {
            let stack = try starter.catalogue.get(name, in: context.territory)
            // Observed on AWS.
            guard stack.status != .reviewInProgress else {
                throw .validation("GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.")
            }
            text = stack.content.original
        } else {
            text = try await starter.blueprints.text(input, previous: nil, context)
        }
        let summary = try TemplateSummary(text)
        var shape: JSONObject = ["Parameters": .array(summary.parameters.map(\.shape))]
        shape["Description"] = summary.description.map { .string($0) }
        if let (needed, reason) = summary.capabilities {
            shape["Capabilities"] = .array(needed.map { .string($0) })
            shape["CapabilitiesReason"] = .string(reason)
        }
        shape["ResourceTypes"] = .array(summary.resourceTypes.map { .string($0) })
        shape["Version"] = summary.version.map { .string($0) }
        shape["Metadata"] = summary.metadata.map { .string($0.text) }
        shape["DeclaredTransforms"] = summary.transformShapes
        shape["ResourceIdentifierSummaries"] = .array(
            summary.identifiers.map { type, ids in
                ["ResourceType": .string(type), "LogicalResourceIds": .array(ids.map { .string($0) })]
            })
        return OperationOutput(.object(shape))
    }
}
