import JSONTree

/// A resource as a template declares it.
package struct TemplateResource: Sendable, Equatable {
    /// Its name within the template.
    package let logicalID: String
    /// `AWS::SQS::Queue`.
    package let type: String
    /// With functions still to be worked out.
    package let properties: JSONObject
    /// Made only if this condition holds.
    package let condition: String?
    /// What must be there before.
    package let dependsOn: [String]
    /// `Delete`, `Retain`, `RetainExceptOnCreate`, `Snapshot`; a function is worked out with the properties.
    package let deletionPolicy: JSON?
    /// What becomes of a resource that is replaced.
    package let updateReplacePolicy: JSON?
    /// What is waited for before a new resource counts as made, functions included; only some types wait.
    package let creationPolicy: JSON?
    /// Kept and shown.
    package let metadata: JSON?

    private static let members: Set<String> = [
        "Type", "Properties", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata",
        "CreationPolicy", "UpdatePolicy", "Version",
    ]

    /// Reads a member of `Resources`.
    ///
    /// - Parameter isExpanded: Whether macros, which may have members of their own, have been applied.
    init(_ logicalID: String, _ json: JSON, isExpanded: Bool) throws(TemplateError) {
        guard LogicalName.isValid(logicalID) else {
            throw .format("Resource name \(logicalID) is non alphanumeric.")
        }
        guard let object = json.objectValue else {
            throw .format("Any Resources member must be an object.")
        }
        guard let given = object["Type"], !given.isNull, given != "" else {
            throw .format(
                "[/Resources/\(logicalID)] Every Resources object must contain a Type member.")
        }
        guard let type = given.stringValue else {
            throw .format("[/Resources/\(logicalID)] Every Type member must be a string.")
        }
        if isExpanded, let stranger = object.keys.first(where: { !Self.members.contains($0) }) {
            throw TemplateError("Invalid template resource property '\(stranger)'")
        }
        self.logicalID = logicalID
        self.type = type
        switch object["Properties"] {
        case nil, .null?: properties = JSONObject()
        case .object(let found)?: properties = found
        default: throw .format("Properties of resource \(logicalID) must be an object.")
        }
        if let condition = object["Condition"], !condition.isString {
            throw .format("Every Condition member must be a string.")
        }
        condition = object["Condition"]?.stringValue
        switch object["DependsOn"] {
        case nil, .null?: dependsOn = []
        case .string(let name)?: dependsOn = [name]
        case .array(let names)?:
            let texts = names.compactMap(\.stringValue)
            guard texts.count == names.count else { throw .format("Every DependsOn value must be a string.") }
            dependsOn = texts
        default: throw .format("DependsOn must be a string or list of strings.")
        }
        deletionPolicy = object["DeletionPolicy"]
        updateReplacePolicy = object["UpdateReplacePolicy"]
        creationPolicy = object["CreationPolicy"]
        metadata = object["Metadata"]
    }

    /// The resources it refers to or depends on, each once, sorted.
    ///
    /// - Parameter names: The logical ids of the template.
    package func dependencies(among names: Set<String>) -> [String] {
        var found = Set(dependsOn)
        found.formUnion(Reference.all(in: .object(properties)).map(\.name).filter(names.contains))
        return found.sorted()
    }
}
