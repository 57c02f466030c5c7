import JSONTree

/// A serverless state machine on its way to a state machine, its role, version, alias and what starts it.
struct StateMachineExpansion {
    private let resource: ServerlessResource
    private let parameters: ParameterValues
    private let given: JSONObject
    private var machine: GeneratedResource

    private var id: String { resource.id }
    private var attributes: JSONObject { resource.passedAttributes }

    private static let rule: [(String, PropertyKind)] = [
        ("EventBusName", .text), ("RuleName", .text), ("Pattern", .map), ("Input", .text), ("InputPath", .text),
        ("DeadLetterConfig", .map), ("RetryPolicy", .map), ("State", .text), ("Target", .map),
        ("InputTransformer", .map),
    ]
    private static let events = [
        PropertyTable(
            "Schedule", required: [("Schedule", .text)],
            optional: [
                ("Input", .text), ("Enabled", .flag), ("State", .text), ("Name", .text), ("Description", .text),
                ("DeadLetterConfig", .map), ("RetryPolicy", .map), ("Target", .map), ("RoleArn", .text),
            ]),
        PropertyTable("CloudWatchEvent", optional: rule), PropertyTable("EventBridgeRule", optional: rule),
    ]

    /// Checks what the state machine says.
    init(_ resource: ServerlessResource, _ parameters: ParameterValues) throws(TemplateProblem) {
        self.resource = resource
        self.parameters = parameters
        var properties = resource.properties
        properties["Policies"] = try PolicyList.withTemplatesFilled(properties["Policies"], of: resource.id)
        given = try StateMachineProperties.table.checked(properties, of: resource.id)
        machine = GeneratedResource(resource.id, "AWS::StepFunctions::StateMachine", resource.attributes, [])
        machine.attributes["DependsOn"] = resource.dependsOn
    }

    /// Makes everything the state machine becomes.
    consuming func run() throws(TemplateProblem) -> [GeneratedResource] {
        try define()
        var others: [GeneratedResource] = []
        let tags = given["Tags"]?.objectValue ?? JSONObject()
        if let role = given["Role"] {
            guard PolicyList.isEmpty(given["Policies"]) else {
                throw .resource(
                    id, "Specify either 'Role' or 'Policies' (but not both at the same time) or neither of them")
            }
            machine.properties["RoleArn"] = role
        } else {
            let role = try executionRole(tags)
            machine.properties["RoleArn"] = role.arn
            others.append(role)
        }
        let names = [
            ("StateMachineName", "Name"), ("StateMachineType", "Type"), ("LoggingConfiguration", "Logging"),
            ("TracingConfiguration", "Tracing"),
        ]
        for (name, own) in names { machine.properties[name] = given[own] }
        machine.properties["Tags"] = Tags.ofStateMachine(tags)
        let alias = try published(into: &others)
        let target = given["UseAliasAsEventTarget"]?.isTruthy == true ? alias ?? machine : machine
        for (name, json) in given["Events"]?.objectValue ?? JSONObject() {
            others += try resources(EventEntry(name, json, of: id, Self.events, refusal: Self.refusal), target.ref)
        }
        var made = [machine] + others
        if !tags.isEmpty, given["PropagateTags"]?.isTruthy == true {
            for position in made.indices { made[position].take(tags: tags) }
        }
        return made
    }

    private mutating func define() throws(TemplateProblem) {
        var substitutions = given["DefinitionSubstitutions"]?.objectValue ?? JSONObject()
        switch (given["Definition"], given["DefinitionUri"]) {
        case (_?, _?):
            throw .resource(id, "Specify either 'Definition' or 'DefinitionUri' property and not both.")
        case (nil, nil):
            throw .resource(id, "Either 'Definition' or 'DefinitionUri' property must be specified.")
        case (let definition?, nil):
            var named = SubstitutedDefinition()
            let lines = StableText.lines(named.replace(in: definition))
            machine.properties["DefinitionString"] = ["Fn::Join": ["\n", .array(lines.map { .string($0) })]]
            for (name, value) in named.substitutions { substitutions[name] = value }
        case (nil, let place?):
            let location = try CodeLocation(place, property: "DefinitionUri", of: id)
            var json: JSONObject = ["Bucket": location.bucket, "Key": location.key]
            json["Version"] = location.version
            machine.properties["DefinitionS3Location"] = .object(json)
        }
        if !substitutions.isEmpty { machine.properties["DefinitionSubstitutions"] = .object(substitutions) }
    }

    private func executionRole(_ tags: JSONObject) throws(TemplateProblem) -> GeneratedResource {
        var role = GeneratedRole(id + "Role", attributes, service: "states.amazonaws.com")
        try PolicyList(given["Policies"], of: id).add(to: &role)
        if given["Tracing"]?["Enabled"] == true || given["Tracing"]?["Enabled"] == "true" {
            role.attach("AWSXrayWriteOnlyAccess")
        }
        role.path = given["RolePath"]
        role.boundary = given["PermissionsBoundary"]
        role.tags = Tags.ofStateMachine(tags)
        var resource = role.resource
        resource.properties["ManagedPolicyArns"] = .array(role.managed)
        return resource
    }

    /// A version that follows the machine, and the alias that follows the version.
    private func published(into made: inout [GeneratedResource]) throws(TemplateProblem) -> GeneratedResource? {
        guard let name = given["AutoPublishAlias"], name != "" else {
            for property in ["UseAliasAsEventTarget", "DeploymentPreference"] where given[property]?.isTruthy == true {
                throw .resource(id, "'\(property)' requires 'AutoPublishAlias' property to be specified.")
            }
            return nil
        }
        var kept = attributes
        // A version in use must outlive the one that replaces it.
        for policy in ["DeletionPolicy", "UpdateReplacePolicy"] where kept[policy] == nil { kept[policy] = "Retain" }
        let version = GeneratedResource(
            "\(id)Version", "AWS::StepFunctions::StateMachineVersion", kept,
            [
                ("StateMachineArn", machine.ref),
                ("StateMachineRevisionId", Intrinsic.attribute("StateMachineRevisionId", of: id)),
            ])
        var preference = given["DeploymentPreference"]?.objectValue ?? ["Type": "ALL_AT_ONCE"]
        preference["StateMachineVersionArn"] = version.ref
        let alias = GeneratedResource(
            "\(id)Alias\(name.stringValue ?? name.text)", "AWS::StepFunctions::StateMachineAlias", attributes,
            [("Name", name), ("DeploymentPreference", .object(preference))])
        made += [version, alias]
        return alias
    }

    /// The rule that starts executions, and the role it does so with.
    private func resources(_ event: EventEntry, _ target: JSON) throws(TemplateProblem) -> [GeneratedResource] {
        var rule = try EventRule(event, target: target, suffix: "StepFunctionsTarget", attributes)
        var made: [GeneratedResource] = []
        if event.type == "Schedule", let role = event.given["RoleArn"] {
            rule.call(with: role)
        } else {
            var role = GeneratedRole(event.id + "Role", attributes, service: "events.amazonaws.com")
            role.add(event.id + "RoleStartExecutionPolicy", "states:StartExecution", on: target)
            role.boundary = given["PermissionsBoundary"]
            rule.call(with: role.resource.arn)
            made.append(role.resource)
        }
        return [try rule.resource()] + made + rule.queue
    }

    private static func refusal(_ type: String) -> String? {
        switch type {
        case "Api": "Events of type 'Api' are not supported: API Gateway is not served here."
        case "ScheduleV2":
            "Events of type 'ScheduleV2' are not supported: EventBridge Scheduler is not served here. Use type 'Schedule', a rule of EventBridge."
        default: nil
        }
    }
}
