import AWSWire
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
}
