import AWSWire
import JSONTree
import ResourceNames

/// An event of a stack on its way to a topic of its `NotificationARNs`, as stored until it is there or given up.
struct StackNotice: Sendable {
    /// In the order of the events: the row's key.
    let id: String
    /// The topic's ARN.
    let topic: String
    /// What is published.
    let text: String
    /// Where the stack is.
    let territory: Territory
    /// Who published it: whoever began the operation; `nil` for the owner of the machine.
    let sender: Sender?
    /// The role that the operation acts as, if it has one.
    let roleARN: String?

    /// The store's kind of row.
    static let kind = "cloudformation.notice"

    /// An event that has not been told.
    ///
    /// - Parameter operation: What the event belongs to.
    init(id: String, topic: String, event: JSON, of stack: Stack, in operation: StackOperation?) {
        (self.id, self.topic, territory) = (id, topic, stack.territory)
        text = Self.text(event, of: stack)
        (sender, roleARN) = (operation?.sender, operation?.roleARN)
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(id: String, json: JSON) {
        guard let topic = json["topic"]?.stringValue, let text = json["text"]?.stringValue,
            let account = json["account"]?.stringValue, let region = json["region"]?.stringValue
        else { return nil }
        (self.id, self.topic, self.text) = (id, topic, text)
        territory = Territory(account: account, region: region)
        sender = json["sender"]?.unlessNull.map { SenderText.sender($0) }
        roleARN = json["role"]?.stringValue
    }

    /// The stored form.
    var json: JSON {
        [
            "topic": .string(topic), "text": .string(text), "account": .string(territory.account),
            "region": .string(territory.region), "sender": sender.map { SenderText.json($0) } ?? .null,
            "role": roleARN.map { .string($0) } ?? .null,
        ]
    }

    /// A line for each fact, as CloudFormation writes them.
    private static func text(_ event: JSON, of stack: Stack) -> String {
        func fact(_ name: String) -> String { event[name]?.stringValue ?? "" }
        let facts = [
            ("StackId", stack.id), ("Timestamp", fact("Timestamp")), ("EventId", fact("EventId")),
            ("LogicalResourceId", fact("LogicalResourceId")), ("Namespace", stack.territory.account),
            ("PhysicalResourceId", fact("PhysicalResourceId")), ("ResourceProperties", fact("ResourceProperties")),
            ("ResourceStatus", fact("ResourceStatus")), ("ResourceStatusReason", fact("ResourceStatusReason")),
            ("ResourceType", fact("ResourceType")), ("StackName", stack.name),
            ("ClientRequestToken", event["ClientRequestToken"]?.stringValue ?? "null"),
        ]
        return facts.map { "\($0)='\($1)'\n" }.joined()
    }
}
