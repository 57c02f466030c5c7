import AWSWire
import JSONTree

/// `AddPermission`: a statement more in the topic's policy.
struct AddPermission: Operation {
    static let name = "AddPermission"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try TopicKey(arn: try input.requiredText("TopicArn"))
        let label = try input.requiredText("Label")
        let accounts = try input.texts("AWSAccountId")
        for account in accounts where account.utf8.count != 12 || Int64(account) == nil {
            throw .invalid("AWSAccountId Reason: \(account) is no account id")
        }
        let actions = try input.texts("ActionName")
        for action in actions where !TopicPolicy.grantable.contains(action) { throw .outOfServiceScope }
        guard !accounts.isEmpty, !actions.isEmpty else { throw .invalid("AWSAccountId and ActionName") }
        let statement: JSON = [
            "Sid": .string(label), "Effect": "Allow",
            "Principal": ["AWS": .array(accounts.map { .string("arn:aws:iam::\($0):root") })],
            "Action": .array(actions.map { .string("SNS:\($0)") }), "Resource": .string(key.arn),
        ]
        try await catalogue.change(key) { topic throws(ServiceError) in
            var policy = TopicPolicy(of: topic)
            guard !policy.statements.contains(where: { $0["Sid"]?.stringValue == label }) else {
                throw .invalid("Statement already exists")
            }
            policy.statements.append(statement)
            try topic.set("Policy", policy.text, isNew: false)
        }
        return OperationOutput()
    }
}
