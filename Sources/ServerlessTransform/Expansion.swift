import JSONTree
import ResourceNames

/// One run of the transform: the template while its resources are replaced one after the other.
struct Expansion {
    /// What parameters are.
    let parameters: ParameterValues
    /// Functions that get an installed package.
    let mapped: Set<String>
    /// The template's resources, those already expanded in their plain form.
    var resources: JSONObject
    /// The template's conditions, and those that had to be made.
    var conditions: JSONObject
    /// What `Function.Alias` and the like lead to: property by logical id.
    var references: [String: [String: String]] = [:]
    private var template: JSONObject
    private let originals: JSONObject

    /// Types that are expanded, in the order in which they are: a connector sees only plain resources.
    private static let order = [
        FunctionProperties.table.type, StateMachineProperties.table.type, ConnectorExpansion.properties.type,
    ]

    /// Checks the frame, merges `Globals` and makes the connectors that stand inside other resources resources of their own.
    init(_ template: JSON, parameters: [String: JSON], territory: Territory, mapped: Set<String>) throws(TransformError)
    {
        self.parameters = ParameterValues(template, given: parameters, territory: territory)
        self.mapped = mapped
        self.template = template.objectValue ?? JSONObject()
        conditions = template["Conditions"]?.objectValue ?? JSONObject()
        do throws(TemplateProblem) {
            resources = try Self.checkedResources(template)
            try Globals(template["Globals"]).merge(into: &resources)
        } catch { throw TransformError([error]) }
        var problems: [TemplateProblem] = []
        EmbeddedConnectors.unfold(in: &resources, problems: &problems)
        originals = resources
        guard problems.isEmpty else { throw TransformError(problems) }
    }

    private static func checkedResources(_ template: JSON) throws(TemplateProblem) -> JSONObject {
        guard let resources = template["Resources"]?.objectValue, !resources.isEmpty else {
            throw .template("'Resources' section is required")
        }
        guard resources.values.allSatisfy(\.isObject) else {
            throw .template(
                "All 'Resources' must be Objects. If you're using YAML, this may be an indentation issue.")
        }
        for (id, resource) in resources where isServerless(resource) {
            guard resource["Properties"] == nil || resource["Properties"]?.isObject == true else {
                throw .resource(id, "Attribute 'Properties' should be a map.")
            }
        }
        return resources
    }

    private static func isServerless(_ resource: JSON) -> Bool {
        resource["Type"]?.stringValue?.hasPrefix("AWS::Serverless::") == true
    }

    /// Expands everything.
    mutating func run() throws(TransformError) -> JSON {
        var problems: [TemplateProblem] = []
        for (id, resource) in originals where Self.isServerless(resource) {
            let type = resource["Type"]?.stringValue ?? ""
            if !Self.order.contains(type) { problems.append(.resource(id, Self.refusal(of: type))) }
        }
        for type in Self.order {
            for (id, resource) in originals where resource["Type"]?.stringValue == type {
                do throws(TemplateProblem) {
                    try put(try expanded(ServerlessResource(id, resource)), insteadOf: id)
                } catch { problems.append(error) }
            }
        }
        guard problems.isEmpty else { throw TransformError(problems) }
        return finished()
    }

    private mutating func expanded(_ resource: ServerlessResource) throws(TemplateProblem) -> [GeneratedResource] {
        guard resource.id.utf8.allSatisfy({ Self.isAlphanumeric($0) }) else {
            throw .resource(resource.id, "Logical ids must be alphanumeric.")
        }
        switch resource.type {
        case FunctionProperties.table.type:
            var function = try FunctionExpansion(resource, parameters, isMapped: mapped.contains(resource.id))
            return try function.run(in: &self)
        case StateMachineProperties.table.type:
            return try StateMachineExpansion(resource, parameters).run()
        default: return try ConnectorExpansion(resource, originals: originals).run(in: &self)
        }
    }

    private mutating func put(_ made: [GeneratedResource], insteadOf id: String) throws(TemplateProblem) {
        for resource in made where resource.id != id && resource.type != "AWS::S3::Bucket" {
            if originals[resource.id] != nil { throw .taken(resource.id, type: resource.type, by: id) }
        }
        if !made.contains(where: { $0.id == id }) { resources[id] = nil }
        for resource in made { resources[resource.id] = resource.json }
    }

    private func finished() -> JSON {
        var output = template
        output["Globals"] = nil
        let others = template["Transform"]?.arrayValue?.filter { $0 != .string(ServerlessTransform.name) } ?? []
        output["Transform"] = others.isEmpty ? nil : .array(others)
        output["Resources"] = .object(resources)
        if !conditions.isEmpty { output["Conditions"] = .object(conditions) }
        return GeneratedReferences(references).resolve(.object(output))
    }

    private static func refusal(of type: String) -> String {
        switch type {
        case "AWS::Serverless::Api", "AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi":
            "\(type) is not supported: API Gateway is not served here. A function can be reached over HTTP by its FunctionUrlConfig."
        case "AWS::Serverless::SimpleTable":
            "\(type) is not supported: DynamoDB is not served here. Make the table where it is, and give its name as a parameter."
        case "AWS::Serverless::LayerVersion":
            "\(type) is not supported: layers are not served here. Put what the layer holds into the functions' packages."
        case "AWS::Serverless::Application":
            "\(type) is not supported: the Serverless Application Repository is not served here. Use AWS::CloudFormation::Stack."
        default:
            "\(type) is not supported: what it makes is not served here. Use AWS::Serverless::Function, AWS::Serverless::StateMachine "
                + "or AWS::Serverless::Connector."
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
