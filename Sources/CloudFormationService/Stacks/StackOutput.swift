import JSONTree

/// An output of a stack.
struct StackOutput: Sendable, Equatable {
    /// Its key in the template.
    let name: String
    /// Worked out.
    let value: String
    /// The template's words.
    let description: String?
    /// Under which name other stacks import it.
    let exportName: String?

    /// States all.
    init(name: String, value: String, description: String?, exportName: String?) {
        self.name = name
        self.value = value
        self.description = description
        self.exportName = exportName
    }

    /// As answers hold it, and as it is stored.
    var shape: JSON {
        var shape: JSONObject = ["OutputKey": .string(name), "OutputValue": .string(value)]
        shape["Description"] = description.map { .string($0) }
        shape["ExportName"] = exportName.map { .string($0) }
        return .object(shape)
    }

    /// Reads the shape; `nil` when it is none.
    init?(_ shape: JSON) {
        guard let name = shape["OutputKey"]?.stringValue, let value = shape["OutputValue"]?.stringValue else {
            return nil
        }
        self.init(
            name: name, value: value, description: shape["Description"]?.stringValue,
            exportName: shape["ExportName"]?.stringValue)
    }
}
