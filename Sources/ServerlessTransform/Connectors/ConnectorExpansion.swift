import JSONTree

/// A connector on its way to policies and permissions between a source and its destinations.
struct ConnectorExpansion {
    /// What a connector may say.
    static let properties = PropertyTable(
        "AWS::Serverless::Connector",
        required: [("Source", .map), ("Destination", .any), ("Permissions", .list)])

    private let resource: ServerlessResource
    private let given: JSONObject
    private let originals: JSONObject
    private let permissions: Set<String>

    private var id: String { resource.id }

    /// - Parameter originals: The template's resources before any was expanded.
    init(_ resource: ServerlessResource, originals: JSONObject) throws(TemplateProblem) {
        self.resource = resource
        self.originals = originals
        given = try Self.properties.checked(resource.properties, of: resource.id)
        let texts = given["Permissions"]?.arrayValue?.compactMap(\.stringValue) ?? []
        let destinations = given["Destination"]
        guard destinations?.isObject == true || destinations?.arrayValue?.allSatisfy(\.isObject) == true else {
            throw .resource(resource.id, "Type of property 'Destination' is invalid.")
        }
        guard texts.count == given["Permissions"]?.arrayValue?.count else {
            throw .resource(resource.id, "Type of property 'Permissions' is invalid.")
        }
        permissions = Set(texts)
    }

    /// Makes the policies; what has to wait for one of them is told to.
    func run(in expansion: inout Expansion) throws(TemplateProblem) -> [GeneratedResource] {
        let source = given["Source"] ?? .emptyObject
        let several = given["Destination"]?.arrayValue
        var made: [GeneratedResource] = []
        for (index, json) in (several ?? [given["Destination"] ?? .null]).enumerated() {
            let suffix = several == nil ? "" : "Destination\(index)"
            let destination = try ConnectedResource(json, other: source, in: expansion.resources, of: id)
            let start = try ConnectedResource(source, other: json, in: expansion.resources, of: id)
            for var resource in try resources(from: start, to: destination, suffix, &expansion) {
                mark(&resource, start, destination)
                made.append(resource)
            }
        }
        guard !made.isEmpty else { throw .resource(id, "'Destination' is an empty list") }
        replaceDependencies(by: made.map(\.id), &expansion)
        return made
    }

    private func resources(
        from source: ConnectedResource, to destination: ConnectedResource, _ suffix: String,
        _ expansion: inout Expansion
    ) throws(TemplateProblem) -> [GeneratedResource] {
        guard let profile = ConnectorProfiles.find(source.type, destination.type) else {
            throw .resource(
                id,
                "Unable to create connector from \(source.type) to \(destination.type); it's not supported or the template is invalid."
            )
        }
        try check(profile, source, destination)
        let text = ConnectorText(source, destination, of: id)
        let accesses = profile.accesses.filter { permissions.contains($0.name) }
        var statements: [JSON] = []
        for statement in accesses.flatMap(\.statements) { statements.append(try text.filled(statement)) }
        let document: JSON = ["Version": "2012-10-17", "Statement": .array(statements)]
        switch profile.place {
        case .sourceRole, .destinationRole:
            let isSource = profile.place == .sourceRole
            guard let role = isSource ? source.roleName : destination.roleName else {
                throw .resource(
                    id, "Unable to get IAM role name from '\(isSource ? "Source" : "Destination")' resource.")
            }
            let policy = make(
                "Policy\(suffix)", "AWS::IAM::ManagedPolicy", [("PolicyDocument", document), ("Roles", [role])])
            delay(profile.dependent, policy.id, source, destination, &expansion)
            return [policy]
        case .queuePolicy:
            guard let url = destination.queueURL else {
                throw .resource(id, "Unable to get SQS queue URL from 'Destination' resource.")
            }
            return [
                make(
                    "QueuePolicy\(suffix)", "AWS::SQS::QueuePolicy", [("PolicyDocument", document), ("Queues", [url])])
            ]
        case .topicPolicy:
            return [
                make(
                    "TopicPolicy\(suffix)", "AWS::SNS::TopicPolicy",
                    [("Topics", [destination.arn ?? .null]), ("PolicyDocument", document)])
            ]
        case .permission:
            var made: [GeneratedResource] = []
            for (access, permission) in zip(accesses, statements) {
                var resource = make("\(access.name)LambdaPermission\(suffix)", "AWS::Lambda::Permission", [])
                resource.properties = permission.objectValue ?? JSONObject()
                resource.properties["FunctionName"] = destination.arn
                made.append(resource)
            }
            return made
        }
    }

    private func make(_ suffix: String, _ type: String, _ properties: [(String, JSON?)]) -> GeneratedResource {
        var made = GeneratedResource(id + suffix, type, resource.attributes, properties)
        made.attributes["DependsOn"] = resource.dependsOn
        return made
    }

    private func check(
        _ profile: ConnectorProfile, _ source: ConnectedResource, _ destination: ConnectedResource
    ) throws(TemplateProblem) {
        let names = profile.accesses.map(\.name)
        let valid = names.joined(separator: ", ")
        guard !permissions.isEmpty else {
            throw .resource(id, "'Permissions' cannot be empty; valid values are: \(valid).")
        }
        let problem =
            "Unsupported 'Permissions' provided for connector from \(source.type) to \(destination.type); valid"
        guard permissions.isSubset(of: names) else { throw .resource(id, "\(problem) values are: \(valid).") }
        let combinations = profile.combinations
        guard combinations.isEmpty || combinations.contains(where: { Set($0) == permissions }) else {
            let all = combinations.map { $0.joined(separator: " + ") }.joined(separator: ", ")
            throw .resource(id, "\(problem) combinations are: \(all).")
        }
    }

    private func delay(
        _ dependent: ConnectorProfile.Dependent?, _ policy: String, _ source: ConnectedResource,
        _ destination: ConnectedResource, _ expansion: inout Expansion
    ) {
        switch dependent {
        case .mapping:
            let mappings = expansion.resources.filter { _, resource in
                resource["Type"] == "AWS::Lambda::EventSourceMapping" && source.id != nil && destination.id != nil
                    && Intrinsic.logicalID(in: resource["Properties"]?["FunctionName"]) == destination.id
                    && Intrinsic.logicalID(in: resource["Properties"]?["EventSourceArn"]) == source.id
            }
            if mappings.count == 1 { Self.add([policy], to: mappings[0].key, &expansion) }
        case .source: if let id = source.id { Self.add([policy], to: id, &expansion) }
        case nil: break
        }
    }

    /// Whoever waits for the connector waits for what it became.
    private func replaceDependencies(by made: [String], _ expansion: inout Expansion) {
        for (waiting, resource) in expansion.resources {
            let all = Self.dependencies(of: resource)
            guard all.contains(id), var object = resource.objectValue else { continue }
            object["DependsOn"] = .array(all.filter { $0 != id }.map { .string($0) })
            expansion.resources[waiting] = .object(object)
            Self.add(made, to: waiting, &expansion)
        }
    }

    private static func dependencies(of resource: JSON) -> [String] {
        resource["DependsOn"]?.arrayValue?.compactMap(\.stringValue) ?? resource["DependsOn"]?.stringValue.map { [$0] }
            ?? []
    }

    private static func add(_ ids: [String], to waiting: String, _ expansion: inout Expansion) {
        guard var object = expansion.resources[waiting]?.objectValue else { return }
        let all = Set(dependencies(of: .object(object)) + ids).sorted()
        object["DependsOn"] = .array(all.map { .string($0) })
        expansion.resources[waiting] = .object(object)
    }

    /// Says in the metadata what the resource connects, in the types the template gave.
    private func mark(
        _ resource: inout GeneratedResource, _ source: ConnectedResource, _ destination: ConnectedResource
    ) {
        func type(_ end: ConnectedResource) -> JSON {
            end.id.flatMap { originals[$0]?["Type"] } ?? .string(end.type)
        }
        var metadata = resource.attributes["Metadata"]?.objectValue ?? JSONObject()
        var connectors = metadata["aws:sam:connectors"]?.objectValue ?? JSONObject()
        connectors[id] = ["Source": ["Type": type(source)], "Destination": ["Type": type(destination)]]
        metadata["aws:sam:connectors"] = .object(connectors)
        resource.attributes["Metadata"] = .object(metadata)
    }
}
