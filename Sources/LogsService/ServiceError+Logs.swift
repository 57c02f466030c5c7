import AWSWire
import StorageContract

/// The failures of CloudWatch Logs in AWS's words.
extension ServiceError {
    static let noSuchGroup = ServiceError("ResourceNotFoundException", "The specified log group does not exist.")
    static let noSuchStream = ServiceError("ResourceNotFoundException", "The specified log stream does not exist.")
    static let groupExists = ServiceError(
        "ResourceAlreadyExistsException", "The specified log group already exists")
    static let streamExists = ServiceError(
        "ResourceAlreadyExistsException", "The specified log stream already exists")

    static func invalid(_ message: String) -> ServiceError { ServiceError("InvalidParameterException", message) }

    /// The store's failure; the caller may try again.
    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("ServiceUnavailableException", "The store failed: \(error.message)", status: 500)
    }
}
