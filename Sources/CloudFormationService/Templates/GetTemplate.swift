import AWSWire
import JSONTree

/// `GetTemplate`: of a stack or of a change set, as it was given or after its macros.
struct GetTemplate: Operation {
    static let name = "GetTemplate"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let content: StackContent
        if let name = try input.text("ChangeSetName") {
            // Observed on AWS.
            guard name.hasPrefix("arn:") || input.value("StackName") != nil else {
                throw .validation("StackName is a required parameter.")
            }
            content = try catalogue.changeSet(name, of: try input.text("StackName"), in: context.territory).set.content
        } else {
            content = try catalogue.get(try input.requiredText("StackName"), in: context.territory).content
        }
        let isProcessed = try input.text("TemplateStage") == "Processed"
        return OperationOutput([
            "TemplateBody": .string(isProcessed ? content.processed : content.original),
            "StagesAvailable": ["Original", "Processed"],
        ])
    }
}
