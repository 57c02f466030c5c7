import AWSWire
import StorageContract

/// The failures of Systems Manager in AWS's words.
extension ServiceError {
    /// An input that breaks a rule.
    static func validation(_ message: String) -> ServiceError { ServiceError("ValidationException", message) }

    /// No parameter of that name. AWS gives no message.
    static let parameterNotFound = ServiceError("ParameterNotFound", "")

    /// No version of that number or label.
    static func versionNotFound(_ version: String, of name: String) -> ServiceError {
        ServiceError(
            "ParameterVersionNotFound",
            "Systems Manager could not find version \(version) of \(name). Verify the version and try again.")
    }

    /// A filter that names something else than parameters have.
    static func invalidFilterKey(_ message: String) -> ServiceError { ServiceError("InvalidFilterKey", message) }

    /// A filter that compares in a way its key does not know.
    static func invalidFilterOption(_ message: String) -> ServiceError { ServiceError("InvalidFilterOption", message) }

    /// A filter without values, or with wrong ones.
    static func invalidFilterValue(_ message: String) -> ServiceError { ServiceError("InvalidFilterValue", message) }

    /// A token that is not ours, of another list, or over a day old.
    static let invalidNextToken = ServiceError("InvalidNextToken", "The specified token is not valid.")

    /// Tags of something that is no parameter.
    static let invalidResourceID = ServiceError(
        "InvalidResourceId", "The resource ID is not valid. Verify that you entered the correct ID and try again.")

    /// The store's failure; the caller may try again.
    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("InternalServerError", "The store failed: \(error.message)", status: 500)
    }
}
