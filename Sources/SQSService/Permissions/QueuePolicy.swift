import AWSWire
import AccessPolicies
import JSONTree

/// The policy of a queue, statement by statement.
struct QueuePolicy {
    private var document: JSONObject
    /// In their order.
    var statements: [JSON]

    /// Reads a queue's policy.
    init(_ record: QueueRecord) {
        // It was checked when it was set; a queue without a policy begins with an empty one.
        let found = record.attributes.get("Policy").flatMap { try? JSON.parse($0) }?.objectValue
        document =
            found ?? ["Version": "2012-10-17", "Id": .string("\(record.key.arn)/SQSDefaultPolicy"), "Statement": []]
        statements = document["Statement"].map { $0.arrayValue ?? [$0] } ?? []
    }

    /// As it is kept.
    var text: String {
        var document = document
        document["Statement"] = .array(statements)
        return JSON.object(document).text
    }

    /// Refuses what is no policy of a queue: its grammar, a principal in each statement, and actions of queues alone.
    ///
    /// - Throws: AWS's one sentence for all of it.
    static func check(_ text: String) throws(ServiceError) {
        guard let policy = try? PolicyDocument(text, kind: .resource), policy.namedActions.allSatisfy(isOfQueues) else {
            throw .invalidAttribute("Policy")
        }
    }

    /// Whether a pattern means an action there is.
    private static func isOfQueues(_ pattern: String) -> Bool {
        let pattern = WildcardPattern(pattern, ignoringCase: true)
        return ServiceModel.sqs.actions.keys.contains { pattern.matches("sqs:\($0)") }
    }
}
