import AWSWire
import AccessPolicies
import JSONTree

/// The policy of a topic, statement by statement.
struct TopicPolicy {
    private var document: JSONObject
    /// In their order.
    var statements: [JSON]

    /// Reads a topic's policy; one that was given none has AWS's: its owner may do everything.
    init(of topic: Topic) {
        // It was checked when it was set.
        let found = topic.get("Policy").flatMap { try? JSON.parse($0) }?.objectValue
        document = found ?? Self.standard(topic.key)
        statements = document["Statement"].map { $0.arrayValue ?? [$0] } ?? []
    }

    /// As it is kept.
    var text: String {
        var document = document
        document["Statement"] = .array(statements)
        return JSON.object(document).text
    }

    /// Actions that a topic's policy may name: those of topics, each by its whole name. Observed on AWS.
    static let grantable: Set<String> = [
        "AddPermission", "DeleteTopic", "GetDataProtectionPolicy", "GetTopicAttributes", "ListSubscriptionsByTopic",
        "ListTagsForResource", "Publish", "PutDataProtectionPolicy", "Receive", "RemovePermission",
        "SetTopicAttributes", "Subscribe",
    ]

    /// Refuses what is no policy of a topic.
    ///
    /// - Throws: In AWS's words, which do not say what is wrong with the grammar.
    static func check(_ text: String) throws(ServiceError) {
        guard let policy = try? PolicyDocument(text, kind: .resource) else { throw .invalid("Policy Error: null") }
        guard policy.namedActions.allSatisfy(isGrantable) else { throw .outOfServiceScope }
    }

    private static func isGrantable(_ action: String) -> Bool {
        let action = action.lowercased()
        return grantable.contains { "sns:\($0)".lowercased() == action }
    }

    private static func standard(_ key: TopicKey) -> JSONObject {
        let actions = [
            "GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe",
            "ListSubscriptionsByTopic", "Publish",
        ]
        return [
            "Version": "2008-10-17", "Id": "__default_policy_ID",
            "Statement": [
                [
                    "Sid": "__default_statement_ID", "Effect": "Allow", "Principal": ["AWS": "*"],
                    "Action": .array(actions.map { .string("SNS:\($0)") }), "Resource": .string(key.arn),
                    "Condition": ["StringEquals": ["AWS:SourceOwner": .string(key.account)]],
                ]
            ],
        ]
    }
}
