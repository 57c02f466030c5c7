import AWSWire
import JSONTree
import ResourceNames

extension FunctionName {
    /// Reads the name in a request.
    ///
    /// - Throws: `ValidationException` for what is no function name.
    init(requested text: String, in territory: Territory) throws(ServiceError) {
        guard let name = FunctionName(text, in: territory) else {
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '\(text)' at 'functionName' failed to satisfy constraint: "
                    + "Member must satisfy regular expression pattern: "
                    + "(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"
            )
        }
        self = name
    }

    /// Reads the function of a request that changes it: `$LATEST`, so a qualifier has no place in it.
    ///
    /// - Throws: `ValidationException` likewise; `InvalidParameterValueException` for a version or an alias.
    init(unqualified input: JSON, in context: RequestContext) throws(ServiceError) {
        try self.init(requested: input["FunctionName"]?.stringValue ?? "", in: context.territory)
        guard qualifier == nil || qualifier == "$LATEST" else {
            throw .invalidParameter("This operation is only supported on the unqualified function: \(arn)")
        }
    }

    /// Reads the function of a request, and the qualifier that stands behind its name or by itself.
    ///
    /// - Throws: `ValidationException` likewise; `InvalidParameterValueException` when there are two qualifiers.
    init(qualified input: JSON, in context: RequestContext) throws(ServiceError) {
        let text = input["FunctionName"]?.stringValue ?? ""
        try self.init(requested: text, in: context.territory)
        guard let asked = input["Qualifier"]?.stringValue, asked != qualifier else { return }
        guard qualifier == nil else {
            throw .invalidParameter(
                "The derived qualifier from the function name does not match the specified qualifier.")
        }
        try self.init(requested: "\(text):\(asked)", in: context.territory)
    }
}
