import AWSWire
import StorageContract
import TemplateLanguage

/// The failures of CloudFormation in AWS's words.
extension ServiceError {
    /// An input that breaks a rule.
    static func validation(_ message: String) -> ServiceError { ServiceError("ValidationError", message) }

    /// The code of failures of resources that CloudFormation itself makes, whose words events show as they are.
    static let ownWords = "ResourceFailure"

    /// A failure of a resource that CloudFormation itself makes.
    static func resource(_ words: String) -> ServiceError { ServiceError(ownWords, words) }

    /// A template that is none.
    static func template(_ error: TemplateError) -> ServiceError { validation(error.message) }

    /// No stack of that name or id.
    static func noStack(_ name: String) -> ServiceError { validation("Stack with id \(name) does not exist") }

    /// No change set of that name or id.
    static func noChangeSet(_ name: String) -> ServiceError {
        ServiceError("ChangeSetNotFoundException", "ChangeSet [\(name)] does not exist", status: 404)
    }

    /// The store's failure; the caller may try again.
    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("InternalFailure", "The store failed: \(error.message)", status: 500)
    }

    /// Whether it says that what was asked for is not there.
    var isAbsence: Bool {
        ["NotFound", "NonExistent", "DoesNotExist", "NoSuch", "ResourceNotFoundException", "InvalidAddress"].contains {
            code.contains($0)
        }
    }

    /// Whether it says that what was to be made is there.
    var isPresence: Bool {
        ["AlreadyExists", "ResourceConflict", "AlreadyOwned", "NameExists", "EntityExists", "QueueAlreadyExists"]
            .contains { code.contains($0) }
    }
}
