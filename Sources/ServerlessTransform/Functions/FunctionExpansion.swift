import JSONTree

/// A serverless function on its way to a function, its role, version, alias, URL and what calls it.
struct FunctionExpansion {
    /// The function as the template has it.
    let resource: ServerlessResource
    /// What parameters are.
    let parameters: ParameterValues
    /// Whether it gets an installed package.
    let isMapped: Bool
    /// The checked properties.
    let given: JSONObject
    /// The plain function.
    var function: GeneratedResource
    /// The role it would run as; only made when the template names none.
    var role: GeneratedRole

    /// Its logical id.
    var id: String { resource.id }

    /// Checks what the function says.
    init(_ resource: ServerlessResource, _ parameters: ParameterValues, isMapped: Bool) throws(TemplateProblem) {
        self.resource = resource
        self.parameters = parameters
        var properties = resource.properties
        properties["Policies"] = try PolicyList.withTemplatesFilled(properties["Policies"], of: resource.id)
        given = try FunctionProperties.table.checked(properties, of: resource.id)
        self.isMapped = isMapped || Self.namesPackage(resource, given)
        function = GeneratedResource(resource.id, "AWS::Lambda::Function", resource.attributes, [])
        function.attributes["DependsOn"] = resource.dependsOn
        role = GeneratedRole(resource.id + "Role", resource.passedAttributes, service: "lambda.amazonaws.com")
    }

    private static func namesPackage(_ resource: ServerlessResource, _ given: JSONObject) -> Bool {
        resource.attributes["Metadata"]?["Newel"]?["Package"] != nil || given["Tags"]?["newel:package"] != nil
    }

    /// Makes everything the function becomes.
    mutating func run(in expansion: inout Expansion) throws(TemplateProblem) -> [GeneratedResource] {
        try checkTogether()
        function.properties = try functionProperties()
        var others: [GeneratedResource] = []
        let alias = try published(into: &others)
        others += try url(alias)
        try checkDeployment()
        role = try executionRole()
        others += try invokeConfig(alias, in: &expansion)
        try addPolicies()
        try chooseRole(in: &expansion, &others)
        let target = EventTarget(function: function, alias: alias)
        others += try FunctionEvents(self, target).resources(role: &role, in: &expansion)
        var made = [function] + others
        if let position = made.firstIndex(where: { $0.id == role.id }) { made[position] = roleResource(made[position]) }
        if let tags = given["Tags"]?.objectValue, !tags.isEmpty, given["PropagateTags"]?.isTruthy == true {
            for position in made.indices { made[position].take(tags: tags) }
        }
        expansion.references[id] = Self.references(made)
        return made
    }

    /// Events may have added to the role after its place was found.
    private func roleResource(_ placed: GeneratedResource) -> GeneratedResource {
        var whole = role.resource
        whole.attributes = placed.attributes
        return whole
    }

    private func checkTogether() throws(TemplateProblem) {
        if given["CapacityProviderConfig"] != nil || given["FunctionScalingConfig"] != nil {
            throw .resource(
                id,
                "'CapacityProviderConfig' is not supported: functions run on this machine, not on managed instances.")
        }
        if given["VersionDeletionPolicy"] != nil, given["AutoPublishAlias"] == nil {
            throw .resource(id, "'VersionDeletionPolicy' requires 'AutoPublishAlias'.")
        }
        if let queue = given["DeadLetterQueue"] { try checkDeadLetters(queue) }
    }

    private func checkDeadLetters(_ queue: JSON) throws(TemplateProblem) {
        guard let type = queue["Type"], queue["TargetArn"] != nil else {
            throw .resource(id, "'DeadLetterQueue' requires Type and TargetArn properties to be specified.")
        }
        guard type.isString else { throw .resource(id, "Property 'DeadLetterQueue.Type' should be a string.") }
        guard type == "SQS" || type == "SNS" else {
            throw .resource(id, "'DeadLetterQueue' requires Type of ['SQS', 'SNS']")
        }
    }

    /// Gradual deployments are CodeDeploy's; all at once is what happens without it.
    private func checkDeployment() throws(TemplateProblem) {
        guard let preference = given["DeploymentPreference"].map(parameters.resolve),
            preference["Enabled"] != false, preference["Enabled"] != "false"
        else { return }
        guard given["AutoPublishAlias"] != nil else {
            throw .resource(id, "'DeploymentPreference' requires AutoPublishAlias property to be specified.")
        }
        guard preference["Type"] == "AllAtOnce", preference["Hooks"] == nil, preference["Alarms"] == nil else {
            throw .resource(
                id,
                "'DeploymentPreference' is not supported but for Type AllAtOnce without Hooks and Alarms: CodeDeploy is not served here."
            )
        }
    }

    private func functionProperties() throws(TemplateProblem) -> JSONObject {
        var properties = JSONObject()
        for name in FunctionProperties.handedOn { properties[name] = given[name] }
        properties["Code"] = try FunctionCode(self).json
        properties["Tags"] = try Tags.ofFunction(given["Tags"]?.objectValue ?? JSONObject(), id: id)
        if isTraced { properties["TracingConfig"] = given["Tracing"].map { ["Mode": $0] } }
        properties["DeadLetterConfig"] = given["DeadLetterQueue"]?["TargetArn"].map { ["TargetArn": $0] }
        return properties
    }

    /// Whether calls are traced; `Disabled` is the same as nothing.
    var isTraced: Bool { given["Tracing"].map { parameters.resolve($0) != "Disabled" && $0 != "" } ?? false }

    /// What `Alias`, `Version`, `DestinationTopic` and `DestinationQueue` stand for.
    private static func references(_ made: [GeneratedResource]) -> [String: String] {
        let names = [
            "AWS::Lambda::Alias": "Alias", "AWS::Lambda::Version": "Version", "AWS::SNS::Topic": "DestinationTopic",
            "AWS::SQS::Queue": "DestinationQueue",
        ]
        return Dictionary(made.compactMap { resource in names[resource.type].map { ($0, resource.id) } }) { $1 }
    }
}
