import AWSWire
import StorageContract

/// The failures of KMS in AWS's words.
extension ServiceError {
    /// Nothing of that name.
    static func notFound(_ message: String) -> ServiceError { ServiceError("NotFoundException", message) }

    /// No key of that ARN.
    static func noSuchKey(_ arn: String) -> ServiceError { notFound("Key '\(arn)' does not exist") }

    /// No alias of that ARN.
    static func noSuchAlias(_ arn: String) -> ServiceError { notFound("Alias \(arn) is not found.") }

    /// A key that is switched off.
    static func disabled(_ arn: String) -> ServiceError { ServiceError("DisabledException", "\(arn) is disabled.") }

    /// A key that is in no state for what is asked.
    static func invalidState(_ message: String) -> ServiceError { ServiceError("KMSInvalidStateException", message) }

    /// A ciphertext that was not made here, was changed, or belongs to another encryption context.
    static var invalidCiphertext: ServiceError {
        ServiceError(
            "InvalidCiphertextException",
            "The ciphertext was not made here, was changed, or belongs to another encryption context.")
    }

    /// A ciphertext of a key that is not there any more. Observed by users of AWS, which does not tell it from one that may not be used.
    static var ciphertextOfUnknownKey: ServiceError {
        ServiceError(
            "AccessDeniedException",
            "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access."
        )
    }

    /// An input that breaks a rule.
    static func validation(_ message: String) -> ServiceError { ServiceError("ValidationException", message) }

    /// A key that a service keeps for itself: it can be used, not changed.
    static func isServiceKey(_ arn: String) -> ServiceError {
        ServiceError("AccessDeniedException", "\(arn) is a key of a service: it can be used, but not changed.")
    }

    /// AWS does it, this server does not.
    static func unsupported(_ what: String) -> ServiceError {
        ServiceError(
            "UnsupportedOperationException",
            "\(what) is not supported here: keys are symmetric (SYMMETRIC_DEFAULT, ENCRYPT_DECRYPT), made here, and of one region."
        )
    }

    /// The store's or the disk's failure; the caller may try again.
    static func internalFailure(_ reason: String) -> ServiceError {
        ServiceError("KMSInternalException", "The key store failed: \(reason)", status: 500)
    }
}
