import AWSWire
import AccessPolicies
import JSONPathLanguage
import JSONTree
import ResourceNames

/// `PutParameter`: a new parameter, or with `Overwrite` a new version of one.
struct PutParameter: Operation {
    static let name = "PutParameter"
    let catalogue: ParameterCatalogue
    let secrets: SecretKeeper

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try request.requiredText("Name")
        try ParameterName.check(name, in: context.territory)
        let isOverwriting = try request.flag("Overwrite")
        let tags = try request.list("Tags") ?? []
        guard tags.isEmpty || !isOverwriting else {
            throw .validation(
                "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource."
            )
        }
        try Self.checkUnsupported(request)
        var made: ParameterVersion?
        try await catalogue.change(name, in: context.territory) { found throws(ServiceError) in
            if found != nil, !isOverwriting {
                throw ServiceError(
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to true."
                )
            }
            let version = try await version(after: found?.latest, named: name, request, context)
            made = version
            guard var parameter = found else {
                try checkRoom(for: version, in: context.territory)
                var parameter = Parameter(territory: context.territory, name: name, first: version)
                try ParameterTags.add(tags, to: &parameter, in: context)
                return parameter
            }
            parameter.versions.append(version)
            try Self.dropOldest(of: &parameter)
            return parameter
        }
        guard let made else { return OperationOutput() }
        return OperationOutput(["Version": .integer(made.number), "Tier": .string(made.tier)])
    }

    /// Works out the next version. What a request leaves out stays as it was, the key aside.
    private func version(
        after last: ParameterVersion?, named name: String, _ request: ActionInput, _ context: RequestContext
    ) async throws(ServiceError) -> ParameterVersion {
        guard let type = try request.text("Type") ?? last?.type else {
            throw .validation("A parameter type is required when you create a parameter.")
        }
        guard last == nil || last?.type == type else {
            throw ServiceError(
                "HierarchyTypeMismatchException",
                "Parameter Store doesn't support changing a parameter type in a hierarchy. For example, you can't change a parameter from a String type to a SecureString type. You must create a new, unique parameter."
            )
        }
        let value = try Self.value(request)
        let tier = try Self.tier(for: value, after: last, request)
        let pattern = try request.text("AllowedPattern") ?? last?.allowedPattern
        try Self.check(value, against: pattern)
        var (kept, key): (String, String?) = (value, nil)
        if type == "SecureString" {
            let named = try request.text("KeyId") ?? SecretKeeper.ownAlias
            kept = try await secrets.seal(
                value, of: ParameterName.arn(name, in: context.territory), under: named, context)
            key = named
        } else if try request.text("KeyId") != nil {
            throw .validation("KeyId is required for SecureString type parameter only.")
        }
        return ParameterVersion(
            number: (last?.number ?? 0) + 1, type: type, value: kept, keyID: key, tier: tier,
            description: try request.text("Description") ?? last?.description, allowedPattern: pattern,
            modifiedAt: catalogue.now, modifiedBy: Self.author(context))
    }

    private static func value(_ request: ActionInput) throws(ServiceError) -> String {
        let value = try request.text("Value") ?? ""
        guard !value.isEmpty else {
            throw .validation(
                "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1"
            )
        }
        guard !value.contains("{{") || !value.contains("}}") else {
            throw .validation("Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.")
        }
        return value
    }

    private static func tier(
        for value: String, after last: ParameterVersion?, _ request: ActionInput
    ) throws(ServiceError) -> String {
        let size = value.utf8.count
        var tier = try request.text("Tier") ?? last?.tier ?? "Standard"
        if tier == "Intelligent-Tiering" {
            tier = last?.isAdvanced == true || size > Limits.standardBytesMax ? "Advanced" : "Standard"
        }
        guard last?.isAdvanced != true || tier == "Advanced" else {
            throw .validation(
                "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter."
            )
        }
        if tier == "Standard", size > Limits.standardBytesMax {
            throw .validation(
                "Standard tier parameters support a maximum parameter value of \(Limits.standardBytesMax) characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html"
            )
        }
        guard size <= Limits.advancedBytesMax else {
            throw .validation(
                "Advanced tier parameters support a maximum parameter value of \(Limits.advancedBytesMax) characters.")
        }
        return tier
    }

    private static func check(_ value: String, against text: String?) throws(ServiceError) {
        guard let text, !text.isEmpty else { return }
        let pattern: Pattern
        do throws(PathSyntaxError) {
            pattern = try Pattern(text, flags: "")
        } catch {
            throw ServiceError(
                "InvalidAllowedPatternException", "\(text) is not a regular expression: \(error.message)")
        }
        guard pattern.instructionCount <= Limits.patternInstructionsMax else {
            throw ServiceError(
                "InvalidAllowedPatternException", "The regular expression is too large when its counts are written out."
            )
        }
        guard pattern.matchesWhole(value) else {
            throw ServiceError(
                "ParameterPatternMismatchException",
                "Parameter value, cannot be validated against allowedPattern: \(text)")
        }
    }

    /// Refuses what parameters do not do here.
    private static func checkUnsupported(_ request: ActionInput) throws(ServiceError) {
        if let policies = try request.text("Policies"), !["", "[]", "{}"].contains(policies) {
            throw ServiceError(
                "InvalidPolicyTypeException",
                "Parameter policies are not kept here: no parameter expires, and nobody is told that one should change."
            )
        }
        let type = try request.text("DataType") ?? "text"
        guard type == "text" else {
            throw .validation("The following data type is not supported: \(type) (Data type names are all lowercase.)")
        }
    }

    private func checkRoom(for version: ParameterVersion, in territory: Territory) throws(ServiceError) {
        let count = catalogue.all(in: territory).count { $0.latest.isAdvanced == version.isAdvanced }
        guard count < (version.isAdvanced ? Limits.advancedMax : Limits.standardMax) else {
            throw ServiceError(
                "ParameterLimitExceeded",
                "You have exceeded the number of parameters for this AWS account. Delete one or more parameters and try again."
            )
        }
    }

    /// Only the newest versions are kept; one that has a label cannot go.
    private static func dropOldest(of parameter: inout Parameter) throws(ServiceError) {
        guard parameter.versions.count > Limits.versionsMax else { return }
        let oldest = parameter.versions[0]
        guard oldest.labels.isEmpty else {
            throw ServiceError(
                "ParameterMaxVersionLimitExceeded",
                "You attempted to create a new version of \(parameter.name) by calling the PutParameter API with the overwrite flag. Version \(oldest.number), the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again."
            )
        }
        parameter.versions.removeFirst()
    }

    /// Who puts: a user, a role, or the owner of the machine.
    private static func author(_ context: RequestContext) -> String {
        if let sender = context.sender { return sender.caller.name }
        return context.roleARN ?? "arn:aws:iam::\(context.territory.account):root"
    }
}
