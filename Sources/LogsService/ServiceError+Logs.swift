import AWSWire
import StorageContract

/// The failures of CloudWatch Logs in AWS's words.
extension ServiceError {
    /// No group of that name.
    static let noSuchGroup = ServiceError("ResourceNotFoundException", "The specified log group does not exist.")
    /// No stream of that name.
    static let noSuchStream = ServiceError("ResourceNotFoundException", "The specified log stream does not exist.")
    /// The group is there already.
    static let groupExists = ServiceError(
        "ResourceAlreadyExistsException", "The specified log group already exists")
    /// The stream is there already.
    static let streamExists = ServiceError(
        "ResourceAlreadyExistsException", "The specified log stream already exists")

    /// The group is not to be deleted. Source: CloudWatch Logs user guide, "Protecting log groups from deletion".
    static let isProtected = ServiceError(
        "ValidationException",
        "Cannot delete log group with deletion protection enabled. Disable deletion protection first.")

    /// The token of a page is none of the list's, or over a day old.
    static let invalidToken = invalid("The specified nextToken is invalid.")

    /// A parameter that cannot be used.
    static func invalid(_ message: String) -> ServiceError { ServiceError("InvalidParameterException", message) }

    /// The store's failure; the caller may try again.
    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("ServiceUnavailableException", "The store failed: \(error.message)", status: 500)
    }
}
