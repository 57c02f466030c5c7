import JSONTree

/// A topic that calls a function, directly or through a queue.
struct TopicEvent {
    private let event: EventEntry
    private let target: EventTarget
    private let attributes: JSONObject

    /// Takes an event of type `SNS`.
    init(_ event: EventEntry, _ target: EventTarget, _ attributes: JSONObject) {
        (self.event, self.target, self.attributes) = (event, target, attributes)
    }

    /// The subscription, and the permission or the queue with its mapping.
    func resources(role: inout GeneratedRole, in expansion: Expansion) throws(TemplateProblem) -> [GeneratedResource] {
        let topic = event.given["Topic"] ?? .null
        switch event.given["SqsSubscription"] {
        case .some(.object(let object)) where !object.isEmpty:
            guard let queue = object["QueueArn"], let url = object["QueueUrl"] else {
                throw event.problem("No QueueARN or QueueURL provided.")
            }
            let policy = object["QueuePolicyLogicalId"]?.stringValue
            return try through(queue, url, policy, object["BatchSize"], topic, role: &role)
        case .some(true), .some("true"):
            var queue = GeneratedResource(event.id + "Queue", "AWS::SQS::Queue", attributes, [])
            if isOrdered(topic, in: expansion) { queue.properties["FifoQueue"] = true }
            return [queue] + (try through(queue.arn, queue.ref, nil, nil, topic, role: &role))
        default:
            let permission = FunctionEvents.permission(
                event, target, attributes, principal: "sns.amazonaws.com", source: topic)
            return [permission, subscription("lambda", target.arn, topic)]
        }
    }

    private func through(
        _ queue: JSON, _ url: JSON, _ policy: String?, _ batch: JSON?, _ topic: JSON, role: inout GeneratedRole
    ) throws(TemplateProblem) -> [GeneratedResource] {
        let mapping = try MappingEvent(event, target, attributes).mapping(
            event.id + "EventSourceMapping", ["Queue": queue, "BatchSize": batch ?? 10, "Enabled": true], role: &role)
        let allowed = QueuePolicy.resource(
            policy ?? event.id + "QueuePolicy", attributes, queue: queue, url: url, source: topic, principal: "*")
        return [mapping, allowed, subscription("sqs", queue, topic)]
    }

    private func subscription(_ transport: String, _ endpoint: JSON, _ topic: JSON) -> GeneratedResource {
        let given = event.given
        return GeneratedResource(
            event.id, "AWS::SNS::Subscription", attributes,
            [
                ("Endpoint", endpoint), ("Protocol", .string(transport)), ("TopicArn", topic),
                ("Region", given["Region"]), ("FilterPolicy", given["FilterPolicy"]),
                ("FilterPolicyScope", given["FilterPolicyScope"]), ("RedrivePolicy", given["RedrivePolicy"]),
            ])
    }

    private func isOrdered(_ topic: JSON, in expansion: Expansion) -> Bool {
        guard let id = Intrinsic.logicalID(in: topic),
            let ordered = expansion.resources[id]?["Properties"]?["FifoTopic"]
        else { return false }
        return expansion.parameters.resolve(ordered).isTruthy
    }
}
