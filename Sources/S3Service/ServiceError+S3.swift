import AWSWire
import JSONTree
import StorageContract

/// The failures of S3 in AWS's words. Source: Amazon S3 API reference, "List of error codes".
extension ServiceError {
    /// No bucket of that name.
    static func noSuchBucket(_ name: String) -> ServiceError {
        ServiceError(
            "NoSuchBucket", "The specified bucket does not exist", status: 404,
            members: [("BucketName", .string(name))])
    }

    /// No object of that key.
    static func noSuchKey(_ key: String) -> ServiceError {
        ServiceError("NoSuchKey", "The specified key does not exist.", status: 404, members: [("Key", .string(key))])
    }

    /// No upload of that id: it never began, or has ended.
    static func noSuchUpload(_ id: String) -> ServiceError {
        ServiceError(
            "NoSuchUpload",
            "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
            status: 404, members: [("UploadId", .string(id))])
    }

    /// A parameter or header that cannot be used.
    static func invalidArgument(_ message: String, _ name: String, _ value: String) -> ServiceError {
        ServiceError(
            "InvalidArgument", message,
            members: [("ArgumentName", .string(name)), ("ArgumentValue", .string(value))])
    }

    /// A condition that does not hold, by its header.
    static func preconditionFailed(_ condition: String) -> ServiceError {
        ServiceError(
            "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", status: 412,
            members: [("Condition", .string(condition))])
    }

    /// Parameters that do not go together.
    static func invalidRequest(_ message: String) -> ServiceError { ServiceError("InvalidRequest", message) }

    /// A document that is not what the action takes.
    static let malformedXML = ServiceError(
        "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema")

    /// A part that is not there, or is another.
    static let invalidPart = ServiceError(
        "InvalidPart",
        "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag."
    )

    /// A file or a folder does what it should not; the caller may try again.
    static func internalError(_ message: String) -> ServiceError {
        ServiceError("InternalError", "We encountered an internal error. Please try again. (\(message))", status: 500)
    }

    /// Whether trying again may help: others fail to answer, or are asked too much.
    var isPassing: Bool {
        status >= 500 || status == 429
            || ["Throttl", "TooManyRequests", "LimitExceeded", "OverLimit"].contains { code.contains($0) }
    }

    /// The store's failure; the caller may try again.
    static func store(_ error: StoreError) -> ServiceError { .internalError(error.message) }
}
