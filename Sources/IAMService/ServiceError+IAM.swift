import AWSWire
import AccessPolicies
import StorageContract

/// The failures of IAM in AWS's words.
extension ServiceError {
    /// Nothing of that name.
    static func noSuchEntity(_ message: String) -> ServiceError {
        ServiceError("NoSuchEntityException", message, status: 404)
    }

    /// No inline policy of that name.
    static func noSuchInlinePolicy(_ name: String, of noun: String) -> ServiceError {
        noSuchEntity("The \(noun) policy with name \(name) cannot be found.")
    }

    /// The name is taken.
    static func alreadyExists(_ message: String) -> ServiceError {
        ServiceError("EntityAlreadyExistsException", message, status: 409)
    }

    /// Something still depends on it.
    static func deleteConflict(_ message: String) -> ServiceError {
        ServiceError("DeleteConflictException", message, status: 409)
    }

    /// More than a quota.
    static func limitExceeded(_ message: String) -> ServiceError {
        ServiceError("LimitExceededException", message, status: 409)
    }

    /// An input that breaks a rule.
    static func validation(_ message: String) -> ServiceError { ServiceError("ValidationError", message) }

    /// A policy that is none.
    static func malformedPolicy(_ problem: PolicyProblem) -> ServiceError {
        ServiceError("MalformedPolicyDocumentException", problem.message)
    }

    /// What AWS owns cannot be changed.
    static var awsOwned: ServiceError {
        ServiceError("AccessDenied", "Policies of AWS cannot be changed.", status: 403)
    }

    /// The store's failure; the caller may try again.
    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("ServiceFailureException", "The store failed: \(error.message)", status: 500)
    }
}
