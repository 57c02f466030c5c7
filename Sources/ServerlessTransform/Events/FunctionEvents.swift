import JSONTree

/// The `Events` of a function.
struct FunctionEvents {
    private let function: FunctionExpansion
    private let target: EventTarget
    private var attributes: JSONObject { function.resource.passedAttributes }

    private static let rule: [(String, PropertyKind)] = [
        ("EventBusName", .text), ("RuleName", .text), ("Pattern", .map), ("DeadLetterConfig", .map),
        ("RetryPolicy", .map), ("Input", .text), ("InputPath", .text), ("Target", .map), ("Enabled", .flag),
        ("State", .text), ("InputTransformer", .map),
    ]
    private static let tables = [
        PropertyTable("SQS", required: [("Queue", .any)], optional: MappingEvent.properties),
        PropertyTable(
            "SNS", required: [("Topic", .text)],
            optional: [
                ("Region", .text), ("FilterPolicy", .any), ("FilterPolicyScope", .any), ("SqsSubscription", .flagOrMap),
                ("RedrivePolicy", .map),
            ]),
        PropertyTable(
            "Schedule", required: [("Schedule", .text)],
            optional: [
                ("RuleName", .text), ("Input", .text), ("Enabled", .flag), ("State", .text), ("Name", .text),
                ("Description", .text), ("DeadLetterConfig", .map), ("RetryPolicy", .map),
            ]),
        PropertyTable("CloudWatchEvent", optional: rule), PropertyTable("EventBridgeRule", optional: rule),
        PropertyTable("S3", required: [("Bucket", .text), ("Events", .texts)], optional: [("Filter", .map)]),
        PropertyTable("CloudWatchLogs", required: [("LogGroupName", .text), ("FilterPattern", .text)]),
    ]

    /// - Parameter target: What the events call.
    init(_ function: FunctionExpansion, _ target: EventTarget) {
        self.function = function
        self.target = target
    }

    /// What the events become.
    ///
    /// - Parameter role: Gets the rights the events need.
    func resources(role: inout GeneratedRole, in expansion: inout Expansion) throws(TemplateProblem)
        -> [GeneratedResource]
    {
        let events = function.given["Events"]?.objectValue ?? JSONObject()
        var made: [GeneratedResource] = []
        for (name, json) in events.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let event = try EventEntry(name, json, of: function.id, Self.tables, refusal: Self.refusal)
            switch event.type {
            case "SQS":
                made.append(
                    try MappingEvent(event, target, attributes).mapping(event.id, event.given, role: &role))
            case "SNS": made += try TopicEvent(event, target, attributes).resources(role: &role, in: expansion)
            case "S3": made += try BucketEvent(event, target, attributes).resources(in: &expansion)
            case "CloudWatchLogs": made += logs(event)
            default: made += try scheduled(event)
            }
        }
        return made
    }

    private func scheduled(_ event: EventEntry) throws(TemplateProblem) -> [GeneratedResource] {
        let rule = try EventRule(event, target: target.arn, suffix: "LambdaTarget", attributes)
        let permission = Self.permission(
            event, target, attributes, principal: "events.amazonaws.com", source: rule.arn)
        return [try rule.resource()] + rule.queue + [permission]
    }

    private func logs(_ event: EventEntry) -> [GeneratedResource] {
        let group = event.given["LogGroupName"] ?? .null
        let source: JSON = [
            "Fn::Sub": [
                "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*",
                ["__LogGroupName__": group],
            ]
        ]
        let permission = Self.permission(event, target, attributes, principal: "logs.amazonaws.com", source: source)
        var filter = GeneratedResource(
            event.id, "AWS::Logs::SubscriptionFilter", attributes,
            [
                ("LogGroupName", group), ("FilterPattern", event.given["FilterPattern"]),
                ("DestinationArn", target.arn),
            ])
        filter.attributes["DependsOn"] = [.string(permission.id)]
        return [permission, filter]
    }

    /// Lets a service call the function on behalf of something.
    static func permission(
        _ event: EventEntry, _ target: EventTarget, _ attributes: JSONObject, principal: String, source: JSON? = nil,
        account: JSON? = nil
    ) -> GeneratedResource {
        GeneratedResource(
            event.id + "Permission", "AWS::Lambda::Permission", attributes,
            [
                ("Action", "lambda:InvokeFunction"), ("FunctionName", target.name), ("Principal", .string(principal)),
                ("SourceArn", source), ("SourceAccount", account),
            ])
    }

    private static func refusal(_ type: String) -> String? {
        switch type {
        case "Api", "HttpApi":
            "Events of type '\(type)' are not supported: API Gateway is not served here. FunctionUrlConfig makes the function callable over HTTP."
        case "ScheduleV2":
            "Events of type 'ScheduleV2' are not supported: EventBridge Scheduler is not served here. Use type 'Schedule', a rule of EventBridge."
        case "Kinesis", "DynamoDB", "MSK", "MQ", "SelfManagedKafka", "DocumentDB", "AlexaSkill", "IoTRule", "Cognito":
            "Events of type '\(type)' are not supported: their service is not served here."
        default: nil
        }
    }
}
