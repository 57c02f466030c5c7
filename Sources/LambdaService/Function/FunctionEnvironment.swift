import AWSWire
import JSONTree
import ResourceNames

/// The variables that a function may be given.
///
/// Source: Lambda developer guide, "Lambda quotas".
enum FunctionEnvironment {
    /// Bytes of all variables as one JSON object, as Lambda measures them.
    private static let bytesMax = 4_096

    /// Refuses variables in the words of AWS: those that are Lambda's, and more than fit.
    static func check(_ variables: [(key: String, value: String)]) throws(ServiceError) {
        let taken = variables.map(\.key).filter(FunctionVariable.isReserved)
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
