import AWSWire
import JSONTree

/// `SetTopicAttributes`: changes one setting of a topic; an empty value clears it.
struct SetTopicAttributes: Operation {
    static let name = "SetTopicAttributes"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try TopicKey(arn: try input.requiredText("TopicArn"))
        let name = try input.requiredText("AttributeName")
        let value = try input.text("AttributeValue") ?? ""
        try await catalogue.change(key) { topic throws(ServiceError) in try topic.set(name, value, isNew: false) }
        return OperationOutput()
    }
}
