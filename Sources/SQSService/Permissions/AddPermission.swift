import AWSWire
import JSONTree

/// `AddPermission`: a statement more in the queue's policy.
struct AddPermission: Operation {
    static let name = "AddPermission"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        let label = try Self.label(input)
        let accounts = try input.texts("AWSAccountIds")
        guard !accounts.isEmpty else { throw .missingParameter("AWSAccountIds") }
        for account in accounts where account.utf8.count != 12 || Int64(account) == nil {
            throw .invalidValue(account, of: "PrincipalId", reason: "Unable to verify.")
        }
        let actions = try input.texts("Actions")
        guard !actions.isEmpty else { throw .missingParameter("Actions") }
        for action in actions where !Self.grantable.contains(action) {
            throw .invalidValue(
                "SQS:\(action)", of: "ActionName",
                reason: "Please refer to the appropriate WSDL for a list of valid actions. ")
        }
        let statement: JSON = [
            "Sid": .string(label), "Effect": "Allow",
            "Principal": ["AWS": .array(accounts.map { .string("arn:aws:iam::\($0):root") })],
            "Action": .array(actions.map { .string("SQS:\($0)") }), "Resource": .string(queue.key.arn),
        ]
        try await catalogue.change(queue) { record throws(ServiceError) in
            var policy = QueuePolicy(record)
            guard !policy.statements.contains(where: { $0["Sid"]?.stringValue == label }) else {
                throw .invalidValue(label, of: "Label", reason: "Already exists.")
            }
            guard policy.statements.count < Limits.statementsMax else {
                throw ServiceError(
                    "OverLimit",
                    "\(policy.statements.count + 1) statements were found, maximum allowed is \(Limits.statementsMax).",
                    status: 403)
            }
            policy.statements.append(statement)
            try record.attributes.set("Policy", policy.text, isNew: false)
        }
        return OperationOutput()
    }

    private static func label(_ input: ActionInput) throws(ServiceError) -> String {
        let label = try input.requiredText("Label")
        guard label.utf8.count <= 80, label.utf8.allSatisfy(QueueKey.isNameByte) else {
            throw .invalidValue(
                label, of: "Label",
                reason: "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length")
        }
        return label
    }

    private static let grantable: Set<String> = [
        "*", "SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "GetQueueAttributes",
        "GetQueueUrl", "ListDeadLetterSourceQueues", "PurgeQueue",
    ]
}
