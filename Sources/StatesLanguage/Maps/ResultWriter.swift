import JSONPathLanguage
import JSONTree

/// `ResultWriter` of a distributed Map: where the results of its children go.
package struct ResultWriter: Sendable {
    /// `arn:aws:states:::s3:putObject`; `nil` when the results are only shaped.
    package var resource: String?
    /// The arguments of that call.
    package var parameters: ValueTemplate?
    /// `JSON` or `JSONL`.
    package var outputType: String
    /// `NONE`, `COMPACT` or `FLATTEN`.
    package var transformation: String

    /// A writer with the language's defaults.
    package init(resource: String?, parameters: ValueTemplate?) {
        self.resource = resource
        self.parameters = parameters
        outputType = "JSON"
        transformation = "NONE"
    }
}

extension ResultWriter {
    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ map: Fields) -> ResultWriter? {
        guard let fields = map.nested("ResultWriter") else { return nil }
        fields.allow(["Resource", "Parameters", "WriterConfig"], jsonata: ["Arguments"])
        let resource = fields.text("Resource")
        if let resource, TaskResource(resource)?.resourceType != "s3" || TaskResource(resource)?.action != "putObject" {
            fields.refuse("Resource", "The field 'Resource' does not match any of the allowed values")
        }
        var writer = ResultWriter(resource: resource, parameters: fields.arguments())
        guard let config = fields.nested("WriterConfig") else { return writer }
        config.allow(["OutputType", "Transformation"])
        writer.outputType = config.choice("OutputType", of: ["JSON", "JSONL"]) ?? "JSON"
        writer.transformation = config.choice("Transformation", of: ["NONE", "COMPACT", "FLATTEN"]) ?? "NONE"
        return writer
    }
}
