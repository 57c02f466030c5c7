import AWSWire
import JSONTree

/// The definition of a state machine of a template.
enum MachineDefinition {
    /// Bytes of a definition in a bucket.
    private static let bytesMax = 1_048_576

    /// Its text, `${NAME}` replaced where the template says by what.
    static func text(_ work: ResourceWork) async throws(ServiceError) -> String {
        let given = ["DefinitionString", "Definition", "DefinitionS3Location"].filter { work.properties[$0] != nil }
        guard given.count == 1 else {
            throw .validation(
                "Exactly one of DefinitionString, Definition and DefinitionS3Location must be specified.")
        }
        var text: String
        if let string = work.text("DefinitionString") {
            text = string
        } else if let tree = work.properties["Definition"] {
            text = tree.text
        } else {
            text = try await fetched(work.properties["DefinitionS3Location"] ?? .null, work)
        }
        for (name, value) in work.properties["DefinitionSubstitutions"]?.objectValue ?? JSONObject() {
            text = replacing("${\(name)}", in: text, by: substitute(value))
        }
        return text
    }

    private static func fetched(_ location: JSON, _ work: ResourceWork) async throws(ServiceError) -> String {
        guard let bucket = location["Bucket"]?.stringValue, let key = location["Key"]?.stringValue else {
            throw .validation("DefinitionS3Location must name a Bucket and a Key.")
        }
        let place = ObjectPlace(bucket: bucket, key: key, version: location["Version"]?.stringValue)
        let bytes = try await work.surroundings.object(place, work.context, bytesMax: bytesMax)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .validation("The definition s3://\(bucket)/\(key) is not UTF-8.")
        }
        return text
    }

    private static func substitute(_ value: JSON) -> String {
        value.stringValue ?? value.text
    }

    private static func replacing(_ mark: String, in text: String, by value: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: mark) {
            result += rest[..<range.lowerBound]
            result += value
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
