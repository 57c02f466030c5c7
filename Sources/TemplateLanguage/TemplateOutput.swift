import JSONTree

/// An output as a template declares it.
package struct TemplateOutput: Sendable {
    /// Its key.
    package let name: String
    /// Shown with it.
    package let description: String?
    /// With functions still to be worked out.
    package let value: JSON
    /// Under which name other stacks may import it, functions included.
    package let exportName: JSON?
    /// Shown only if this condition holds.
    package let condition: String?

    /// Reads a member of `Outputs`.
    init(_ name: String, _ json: JSON) throws(TemplateError) {
        guard let object = json.objectValue else { throw .format("Every Outputs member must be an object.") }
        guard let value = object["Value"], !value.isNull else {
            throw .format("Every Outputs member must contain a Value object")
        }
        guard !value.isArray else {
            throw .format("The Value field of every Outputs member must evaluate to a String and not a List.")
        }
        if let map = value.objectValue, FunctionName.call(map.keys) == nil {
            throw .format("The Value field of every Outputs member must evaluate to a String and not a Map.")
        }
        let strangers = object.keys.filter { !["Value", "Description", "Export", "Condition"].contains($0) }
        guard strangers.isEmpty else {
            throw .format("Invalid outputs property : [\(strangers.joined(separator: ", "))]")
        }
        self.name = name
        self.value = value
        if let given = object["Description"], !given.isNull, !given.isString {
            throw .format("Every Description member must be a string.")
        }
        description = object["Description"]?.stringValue
        condition = object["Condition"]?.stringValue
        if let export = object["Export"], !export.isNull {
            guard let name = export["Name"] else {
                throw .format(
                    "Output \(self.name) is malformed. The Name field of every Export member must be specified and consist only of alphanumeric characters, colons, or hyphens."
                )
            }
            exportName = name
        } else {
            exportName = nil
        }
    }
}
