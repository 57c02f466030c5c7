import JSONTree

/// A template whose frame is known to be right: its sections read, its references leading somewhere, its resources without a circle.
package struct Template: Sendable {
    /// The whole tree.
    package let tree: JSON
    /// `2010-09-09`, if the template says so.
    package let version: String?
    /// What it is for.
    package let description: String?
    /// In the template's order.
    package let parameters: [TemplateParameter]
    /// By name, as declared.
    package let mappings: JSONObject
    /// By name, as declared.
    package let conditions: JSONObject
    /// By name, as declared.
    package let rules: JSONObject
    /// In the template's order.
    package let resources: [TemplateResource]
    /// In the template's order.
    package let outputs: [TemplateOutput]
    /// Macros that were to be applied to the whole.
    package let transforms: [String]
    /// Kept and shown.
    package let metadata: JSON?

    /// Source: user guide, "CloudFormation quotas".
    private static let descriptionBytesMax = 1_024
    private static let sections: Set<String> = [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions",
        "Transform", "Resources", "Outputs", "Hooks", "Globals",
    ]

    /// Reads the tree of a template.
    ///
    /// - Parameter isExpanded: Whether its macros have been applied: only then do all references lead somewhere.
    package init(_ tree: JSON, isExpanded: Bool = true) throws(TemplateError) {
        guard let root = tree.objectValue else { throw .format("unsupported structure.") }
        let strangers = root.keys.filter { !Self.sections.contains($0) }
        guard strangers.isEmpty else {
            throw TemplateError("Invalid template property or properties [\(strangers.joined(separator: ", "))]")
        }
        self.tree = tree
        version = try Self.version(root)
        if let given = root["Description"], !given.isNull, !given.isString {
            throw .format("Description must be a string.")
        }
        description = root["Description"]?.stringValue
        guard description?.utf8.count ?? 0 <= Self.descriptionBytesMax else {
            throw .format("'Description' length is greater than \(Self.descriptionBytesMax).")
        }
        metadata = root["Metadata"]
        transforms = Self.transforms(of: tree)
        var parameters: [TemplateParameter] = []
        for (name, json) in try Self.section("Parameters", root) {
            parameters.append(try TemplateParameter(name, json))
        }
        self.parameters = parameters
        mappings = try Self.section("Mappings", root)
        conditions = try Self.section("Conditions", root)
        rules = try Self.section("Rules", root)
        var resources: [TemplateResource] = []
        let declared = try Self.section("Resources", root)
        for (name, json) in declared where isExpanded || !name.hasPrefix("Fn::") {
            resources.append(try TemplateResource(name, json, isExpanded: isExpanded))
        }
        guard !declared.isEmpty else { throw .format("At least one Resources member must be defined.") }
        self.resources = resources
        var outputs: [TemplateOutput] = []
        for (name, json) in try Self.section("Outputs", root) where isExpanded || !name.hasPrefix("Fn::") {
            outputs.append(try TemplateOutput(name, json))
        }
        self.outputs = outputs
        if isExpanded { try TemplateCheck(self).run() }
    }

    /// The macros a tree asks for.
    package static func transforms(of tree: JSON) -> [String] {
        switch tree["Transform"] {
        case .string(let name)?: [name]
        case .array(let names)?: names.compactMap { $0.stringValue ?? $0["Name"]?.stringValue }
        case .object(let object)?: object["Name"]?.stringValue.map { [$0] } ?? []
        default: []
        }
    }

    /// A resource by its logical id.
    package func resource(_ logicalID: String) -> TemplateResource? { resources.first { $0.logicalID == logicalID } }

    private static func version(_ root: JSONObject) throws(TemplateError) -> String? {
        guard let version = root["AWSTemplateFormatVersion"], !version.isNull else { return nil }
        guard let text = TemplateScalar.text(version), text == "2010-09-09" else {
            throw .format("Template format version is not supported: \(TemplateScalar.text(version) ?? version.text)")
        }
        return text
    }

    private static func section(_ name: String, _ root: JSONObject) throws(TemplateError) -> JSONObject {
        switch root[name] {
        case nil, .null?: return JSONObject()
        case .object(let object)?: return object
        default: throw .format("\(name) must be an object.")
        }
    }
}
