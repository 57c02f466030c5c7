import AWSWire
import JSONTree

/// The variables that a function may be given.
///
/// Source: Lambda developer guide, "Defined runtime environment variables" and "Lambda quotas".
enum FunctionEnvironment {
    /// Bytes of all variables as one JSON object, as Lambda measures them.
    private static let bytesMax = 4_096

    /// Set by Lambda itself.
    private static let reserved: Set<String> = [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION",
        "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN", "LAMBDA_RUNTIME_DIR", "LAMBDA_TASK_ROOT",
    ]

    /// Refuses variables in the words of AWS: those that are Lambda's, and more than fit.
    static func check(_ variables: [(key: String, value: String)]) throws(ServiceError) {
        let taken = variables.map(\.key).filter(reserved.contains)
        guard taken.isEmpty else {
            throw .invalidParameter(
                refusal
                    + "contains reserved keys that are currently not supported for modification. Reserved keys used in this request: "
                    + taken.joined(separator: ", "))
        }
        let text = JSON.object(JSONObject(variables.map { ($0.key, .string($0.value)) })).text
        guard text.utf8.count <= bytesMax else {
            throw .invalidParameter(refusal + "exceeded the 4KB limit. String measured: \(text)")
        }
    }

    private static let refusal =
        "Lambda was unable to configure your environment variables because the environment variables you have provided "
}
