import JSONTree

/// The EventBridge rule of a schedule or a pattern, with the queue for what it cannot deliver.
struct EventRule {
    /// The rule's ARN.
    var arn: JSON { Intrinsic.attribute("Arn", of: event.id) }
    /// The target without what its kind adds.
    private(set) var target: JSONObject
    /// The queue for what cannot be delivered, when one has to be made, and its policy.
    let queue: [GeneratedResource]
    private let event: EventEntry
    private let attributes: JSONObject

    /// The longest id of a target.
    private static let idCharactersMax = 64

    /// - Parameters:
    ///   - attributes: Of what is made.
    ///   - suffix: Follows the event's id in the target's.
    init(_ event: EventEntry, target arn: JSON, suffix: String, _ attributes: JSONObject) throws(TemplateProblem) {
        self.event = event
        self.attributes = attributes
        let id = event.id.prefix(Self.idCharactersMax - suffix.count) + suffix
        target = ["Arn": arn, "Id": event.given["Target"]?["Id"] ?? .string(String(id))]
        for name in ["Input", "InputPath"] { target[name] = event.given[name] }
        var made: [GeneratedResource] = []
        if let letters = event.given["DeadLetterConfig"] {
            let queue = try Self.deadLetters(letters, event, attributes, &made)
            target["DeadLetterConfig"] = ["Arn": queue]
        }
        for name in ["RetryPolicy", "InputTransformer"] { target[name] = event.given[name] }
        queue = made
    }

    private static func deadLetters(
        _ config: JSON, _ event: EventEntry, _ attributes: JSONObject, _ made: inout [GeneratedResource]
    ) throws(TemplateProblem) -> JSON {
        func problem(_ words: String) -> TemplateProblem { .event(event.id, of: event.owner, words) }
        switch (config["Arn"], config["Type"]) {
        case (_?, _?): throw problem("You can either define 'Arn' or 'Type' property of DeadLetterConfig.")
        case (nil, nil): throw problem("No 'Arn' or 'Type' property provided for DeadLetterConfig.")
        case (let arn?, nil): return arn
        case (nil, let type?):
            guard type == "SQS" else {
                throw problem("The only valid value for 'Type' property of DeadLetterConfig is 'SQS'.")
            }
            guard config["QueueLogicalId"]?.isString != false else { throw problem("QueueLogicalId must be a string") }
            let queue = GeneratedResource(
                config["QueueLogicalId"]?.stringValue ?? event.id + "Queue", "AWS::SQS::Queue", attributes, [])
            made.append(queue)
            made.append(
                QueuePolicy.resource(
                    event.id + "QueuePolicy", attributes, queue: queue.arn, url: queue.ref,
                    source: Intrinsic.attribute("Arn", of: event.id), principal: ["Service": "events.amazonaws.com"]))
            return queue.arn
        }
    }

    /// Gives the target the role it is called with.
    mutating func call(with role: JSON) { target["RoleArn"] = role }

    /// The rule, by what the event says.
    func resource() throws(TemplateProblem) -> GeneratedResource {
        let given = event.given
        if let state = given["State"], state != "", given["Enabled"] != nil {
            throw event.problem("State and Enabled Properties cannot both be specified.")
        }
        let state = given["Enabled"].map { $0.isTruthy ? JSON.string("ENABLED") : "DISABLED" } ?? given["State"]
        return GeneratedResource(
            event.id, "AWS::Events::Rule", attributes,
            [
                ("ScheduleExpression", given["Schedule"]), ("EventPattern", given["Pattern"]),
                ("EventBusName", given["EventBusName"]),
                ("Name", event.type == "Schedule" ? given["Name"] : given["RuleName"]),
                ("Description", event.type == "Schedule" ? given["Description"] : nil), ("State", state),
                ("Targets", [.object(target)]),
            ])
    }
}
