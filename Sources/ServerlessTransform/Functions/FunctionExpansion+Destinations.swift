import JSONTree

extension FunctionExpansion {
    private static let destinations = ["SQS", "SNS", "EventBridge", "Lambda", "S3Bucket"]

    /// What becomes of asynchronous invocations, with the queues and topics that have to be made for it.
    mutating func invokeConfig(
        _ alias: GeneratedResource?, in expansion: inout Expansion
    ) throws(TemplateProblem) -> [GeneratedResource] {
        guard let config = given["EventInvokeConfig"].map(parameters.resolve), config.objectValue?.isEmpty == false
        else {
            return []
        }
        let configID = "\(id)EventInvokeConfig"
        var made: [GeneratedResource] = []
        var destinations = JSONObject()
        if let wanted = config["DestinationConfig"] {
            guard wanted.isObject else {
                throw .resource(id, "Property 'EventInvokeConfig.DestinationConfig' should be a map.")
            }
            for event in ["OnSuccess", "OnFailure"] {
                guard let destination = wanted[event], !destination.isNull else { continue }
                guard destination.isObject else {
                    throw .resource(id, "Property 'EventInvokeConfig.DestinationConfig.\(event)' should be a map.")
                }
                let arn = try self.destination(destination, configID + event, in: &expansion, &made)
                destinations[event] = ["Destination": arn]
            }
        }
        var attributes = resource.attributes
        if let alias { attributes["DependsOn"] = [.string(alias.id)] }
        made.append(
            GeneratedResource(
                configID, "AWS::Lambda::EventInvokeConfig", attributes,
                [
                    ("FunctionName", function.ref), ("Qualifier", alias?.properties["Name"] ?? "$LATEST"),
                    ("DestinationConfig", .object(destinations)),
                    ("MaximumEventAgeInSeconds", config["MaximumEventAgeInSeconds"]),
                    ("MaximumRetryAttempts", config["MaximumRetryAttempts"]),
                ]))
        return made
    }

    /// The ARN of a destination; one that is not given, or only sometimes, is made.
    private mutating func destination(
        _ destination: JSON, _ name: String, in expansion: inout Expansion, _ made: inout [GeneratedResource]
    ) throws(TemplateProblem) -> JSON {
        let type = destination["Type"]?.stringValue ?? "None"
        guard Self.destinations.contains(type) else {
            let words = Self.destinations.map { "'\($0)'" }.joined(separator: ", ")
            throw .resource(id, "'Type: \(type)' must be one of [\(words)]")
        }
        let given = destination["Destination"]
        let choice = try condition(in: given, &expansion)
        if let given, choice == nil {
            allow(type, given, name)
            return given
        }
        guard type == "SQS" || type == "SNS" else {
            throw .resource(id, "Destination is required if Type is not ['SQS', 'SNS']")
        }
        var resource =
            type == "SQS"
            ? GeneratedResource(name + "Queue", "AWS::SQS::Queue", self.resource.passedAttributes, [])
            : GeneratedResource(name + "Topic", "AWS::SNS::Topic", self.resource.passedAttributes, [])
        if let combined = combined(choice?.condition, &expansion) {
            resource.attributes["Condition"] = .string(combined)
        }
        made.append(resource)
        let own = type == "SQS" ? resource.arn : resource.ref
        let arn = choice.map { Intrinsic.either(.string($0.condition), own, $0.other) } ?? own
        allow(type, arn, name)
        return arn
    }

    /// Under which condition a destination has to be made, and what it is otherwise.
    private func condition(
        in destination: JSON?, _ expansion: inout Expansion
    ) throws(TemplateProblem) -> (condition: String, other: JSON)? {
        let branches: (condition: JSON, one: JSON, other: JSON)?
        do throws(TemplateProblem) { branches = try Intrinsic.branches(of: destination) } catch {
            throw .resource(
                "\(id)EventInvokeConfig", "Malformed 'Destination' property: Fn::If requires 3 arguments.")
        }
        guard let branches, let condition = branches.condition.stringValue else { return nil }
        switch (Intrinsic.isNoValue(branches.one), Intrinsic.isNoValue(branches.other)) {
        case (true, false): return (condition, branches.other)
        case (false, true):
            let negated = "NOT\(condition)\(StableText.suffix("\(id)EventInvokeConfig"))"
            expansion.conditions[negated] = Intrinsic.not(condition)
            return (negated, branches.one)
        default: return nil
        }
    }

    private func combined(_ condition: String?, _ expansion: inout Expansion) -> String? {
        guard let own = resource.condition else { return condition }
        guard let condition else { return own }
        let name = "\(own)AND\(condition)\(StableText.suffix(id))"
        expansion.conditions[name] = [
            "Fn::And": [["Condition": .string(own)], ["Condition": .string(condition)]]
        ]
        return name
    }

    private mutating func allow(_ type: String, _ arn: JSON, _ name: String) {
        switch type {
        case "SQS": role.add(name + "SQSPolicy", "sqs:SendMessage", on: arn)
        case "SNS": role.add(name + "SNSPolicy", "sns:publish", on: arn)
        case "EventBridge": role.add(name + "EventBridgePolicy", "events:PutEvents", on: arn)
        case "Lambda": role.add(name + "LambdaPolicy", "lambda:InvokeFunction", on: arn)
        default:
            role.add(
                name + "S3Policy",
                [
                    "Statement": [
                        ["Action": "s3:PutObject", "Effect": "Allow", "Resource": ["Fn::Join": ["/", [arn, "*"]]]],
                        ["Action": "s3:ListBucket", "Effect": "Allow", "Resource": arn],
                    ]
                ])
        }
    }
}
