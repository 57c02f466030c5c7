import JSONTree

/// The section `Globals`: properties that every resource of a type has unless it says otherwise.
struct Globals {
    private var sections: [String: JSONObject] = [:]

    /// What the section may hold: function and machine properties, and sections whose resources are refused on their own.
    private static let supported: [String: [String]] = [
        "Function": [
            "Handler", "Runtime", "CodeUri", "DeadLetterQueue", "Description", "MemorySize", "Timeout", "VpcConfig",
            "Environment", "Tags", "PropagateTags", "Tracing", "KmsKeyArn", "AutoPublishAlias",
            "AutoPublishAliasAllProperties", "Layers", "DeploymentPreference", "RolePath", "PermissionsBoundary",
            "ReservedConcurrentExecutions", "ProvisionedConcurrencyConfig", "AssumeRolePolicyDocument",
            "EventInvokeConfig", "FileSystemConfigs", "CodeSigningConfigArn", "Architectures", "SnapStart",
            "EphemeralStorage", "FunctionUrlConfig", "RuntimeManagementConfig", "LoggingConfig", "RecursiveLoop",
            "SourceKMSKeyArn", "TenancyConfig", "DurableConfig", "CapacityProviderConfig", "FunctionScalingConfig",
            "PublishToLatestPublished", "VersionDeletionPolicy",
        ],
        "StateMachine": ["PropagateTags"],
    ]
    private static let ignored: Set<String> = [
        "Api", "CapacityProvider", "HttpApi", "LayerVersion", "MicrovmImage", "NetworkConnector", "SimpleTable",
        "WebSocketApi",
    ]

    /// Reads the section, if there is one.
    init(_ section: JSON?) throws(TemplateProblem) {
        guard let section else { return }
        guard let object = section.objectValue else { throw Self.problem("It must be a non-empty dictionary") }
        for (name, properties) in object {
            if Self.ignored.contains(name) { continue }
            guard let names = Self.supported[name] else {
                let all = (Self.ignored.union(Self.supported.keys)).sorted()
                throw Self.problem(
                    "'\(name)' is not supported. Must be one of the following values - \(Self.list(all))")
            }
            guard let properties = properties.objectValue else {
                throw Self.problem("Value of ${section} must be a dictionary")
            }
            for property in properties.keys where !names.contains(property) {
                throw Self.problem(
                    "'\(property)' is not a supported property of '\(name)'. Must be one of the following values - "
                        + Self.list(names))
            }
            sections["AWS::Serverless::\(name)"] = properties
        }
    }

    /// Gives every resource what it does not say itself.
    func merge(into resources: inout JSONObject) throws(TemplateProblem) {
        for (id, resource) in resources {
            guard let type = resource["Type"]?.stringValue, let section = sections[type],
                var entry = resource.objectValue
            else { continue }
            let common = try Self.remaining(section, without: resource["IgnoreGlobals"], of: id)
            let own = entry["Properties"]?.objectValue ?? JSONObject()
            entry["Properties"] = .object(Self.merged(common, own, isTop: true))
            resources[id] = .object(entry)
        }
    }

    private static func remaining(_ section: JSONObject, without ignored: JSON?, of id: String) throws(TemplateProblem)
        -> JSONObject
    {
        switch ignored {
        case nil, .null: return section
        case "*": return JSONObject()
        case .array(let names):
            var section = section
            for name in names {
                guard let name = name.stringValue, section[name] != nil else {
                    throw .resource(
                        id,
                        "Resource \(id) has invalid resource attribute 'IgnoreGlobals' on item '\(name.stringValue ?? name.text)'."
                    )
                }
                section[name] = nil
            }
            return section
        default: throw .resource(id, "Resource \(id) has invalid resource attribute 'IgnoreGlobals'.")
        }
    }

    /// Objects are merged, arrays joined; otherwise a resource's own value wins.
    private static func merged(_ common: JSONObject, _ own: JSONObject, isTop: Bool) -> JSONObject {
        var result = common
        for (name, value) in own {
            switch (common[name], value) {
            case (.object(let one), .object(let other)): result[name] = .object(merged(one, other, isTop: false))
            case (.array(let one), .array(let other)) where !(isTop && name == "Architectures"):
                result[name] = .array(one + other)
            default: result[name] = value
            }
        }
        return result
    }

    private static func problem(_ words: String) -> TemplateProblem {
        TemplateProblem(message: "'Globals' section is invalid. \(words)")
    }

    private static func list(_ words: [String]) -> String { "[\(words.map { "'\($0)'" }.joined(separator: ", "))]" }
}
