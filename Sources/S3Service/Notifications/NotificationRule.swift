import AWSWire
import JSONTree
import ResourceNames

/// One entry of a bucket's notification configuration: which events of which keys are told to whom.
///
/// Source: Amazon S3 user guide, "Amazon S3 Event Notifications", "Configuring event notifications using object key name filtering".
struct NotificationRule: Sendable {
    /// The lists of a configuration, each for one kind of target.
    enum List: String, CaseIterable {
        case functions = "LambdaFunctionConfigurations"
        case queues = "QueueConfigurations"
        case topics = "TopicConfigurations"

        /// What the target is called in it.
        var member: String {
            switch self {
            case .functions: "LambdaFunctionArn"
            case .queues: "QueueArn"
            case .topics: "TopicArn"
            }
        }
    }

    /// Unique in its bucket; what is told names it.
    let id: String
    /// Who is told.
    let target: NotificationTarget
    /// Without `s3:`: `ObjectCreated:*`, `ObjectRemoved:Delete`.
    let events: [String]
    /// Keys begin with it.
    let prefix: String
    /// Keys end with it.
    let suffix: String

    /// Reads an entry.
    ///
    /// - Throws: `InvalidArgument` in AWS's words.
    init(_ json: JSON, in list: List) throws(ServiceError) {
        id = json["Id"]?.stringValue ?? ""
        let text = json[list.member]?.stringValue ?? ""
        guard ARN(text) != nil else { throw .invalidArgument("The ARN could not be parsed", list.member, text) }
        guard let target = NotificationTarget(text, in: list) else {
            throw .invalidArgument("The ARN is not well formed", list.member, text)
        }
        self.target = target
        var events: [String] = []
        for event in json["Events"]?.arrayValue ?? [] { events.append(try Self.event(event.stringValue ?? "")) }
        guard !events.isEmpty else { throw .malformedXML }
        self.events = events
        (prefix, suffix) = try Self.filter(json["Filter"])
    }

    /// Whether an event of a key is told.
    func wants(_ event: String, of key: String) -> Bool {
        events.contains { Self.covers($0, event) } && key.hasPrefix(prefix) && key.hasSuffix(suffix)
    }

    /// Whether some event of some key would be told twice: S3 refuses such configurations.
    func overlaps(_ other: NotificationRule) -> Bool {
        let sharesEvent = events.contains { one in
            other.events.contains { Self.covers(one, $0) || Self.covers($0, one) }
        }
        return sharesEvent && (prefix.hasPrefix(other.prefix) || other.prefix.hasPrefix(prefix))
            && (suffix.hasSuffix(other.suffix) || other.suffix.hasSuffix(suffix))
    }

    private static func covers(_ pattern: String, _ event: String) -> Bool {
        pattern == event || (pattern.hasSuffix("*") && event.hasPrefix(pattern.dropLast()))
    }

    /// An event's name without `s3:`.
    private static func event(_ text: String) throws(ServiceError) -> String {
        let name = String(text.dropFirst("s3:".count))
        guard text.hasPrefix("s3:"), known.contains(name) || notTold.contains(name) else {
            throw .invalidArgument("The event '\(text)' is not supported for notifications", "Event", text)
        }
        guard !notTold.contains(name) else {
            throw .invalidArgument("The event '\(text)' is not served here: nobody is told of it.", "Event", text)
        }
        return name
    }

    private static func filter(_ json: JSON?) throws(ServiceError) -> (prefix: String, suffix: String) {
        var found: [String: String] = [:]
        for rule in json?["Key"]?["FilterRules"]?.arrayValue ?? [] {
            let name = rule["Name"]?.stringValue?.lowercased() ?? ""
            guard name == "prefix" || name == "suffix" else {
                throw .invalidArgument("filter rule name must be either prefix or suffix", "FilterRule.Name", name)
            }
            guard found[name] == nil else {
                throw .invalidArgument(
                    "Cannot specify more than one \(name) rule in a filter.", "FilterRule.Name", name)
            }
            found[name] = rule["Value"]?.stringValue ?? ""
        }
        return (found["prefix"] ?? "", found["suffix"] ?? "")
    }

    /// Those that happen here, and those that never do: objects are not restored, replicated, moved or lost.
    private static let known: Set<String> = [
        "ObjectCreated:*", "ObjectCreated:Put", "ObjectCreated:Post", "ObjectCreated:Copy",
        "ObjectCreated:CompleteMultipartUpload", "ObjectRemoved:*", "ObjectRemoved:Delete",
        "ObjectRemoved:DeleteMarkerCreated", "ObjectRestore:*", "ObjectRestore:Post", "ObjectRestore:Completed",
        "ObjectRestore:Delete", "ReducedRedundancyLostObject", "Replication:*",
        "Replication:OperationFailedReplication", "Replication:OperationMissedThreshold",
        "Replication:OperationReplicatedAfterThreshold", "Replication:OperationNotTracked", "LifecycleTransition",
        "LifecycleExpiration:*", "LifecycleExpiration:Delete", "LifecycleExpiration:DeleteMarkerCreated",
        "IntelligentTiering",
    ]

    /// Those that do happen without a word.
    private static let notTold: Set<String> = [
        "ObjectTagging:*", "ObjectTagging:Put", "ObjectTagging:Delete", "ObjectAcl:Put",
    ]
}
