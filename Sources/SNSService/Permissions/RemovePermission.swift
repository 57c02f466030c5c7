import AWSWire
import JSONTree

/// `RemovePermission`: a statement less; no error when there is none of that label.
struct RemovePermission: Operation {
    static let name = "RemovePermission"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try TopicKey(arn: try input.requiredText("TopicArn"))
        let label = try input.requiredText("Label")
        try await catalogue.change(key) { topic throws(ServiceError) in
            var policy = TopicPolicy(of: topic)
            let count = policy.statements.count
            policy.statements.removeAll { $0["Sid"]?.stringValue == label }
            guard policy.statements.count < count else { return }
            try topic.set("Policy", policy.text, isNew: false)
        }
        return OperationOutput()
    }
}
