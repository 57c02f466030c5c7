import AWSWire
import StorageContract

/// The failures of SQS in AWS's words. Most carry two codes: that of the JSON protocol and the older one of the query protocol.
extension ServiceError {
    /// A failure whose older code has the prefix all these share.
    static func sqs(_ code: String, _ message: String) -> ServiceError {
        ServiceError(code, message, queryCode: "AWS.SimpleQueueService.\(code)")
    }

    /// No queue of that name.
    static let queueDoesNotExist = ServiceError(
        "QueueDoesNotExist", "The specified queue does not exist.", queryCode: "AWS.SimpleQueueService.NonExistentQueue"
    )

    /// A queue of that name with other settings.
    static func queueNameExists(attribute: String) -> ServiceError {
        ServiceError(
            "QueueNameExists",
            "A queue already exists with the same name and a different value for attribute \(attribute)",
            queryCode: "QueueAlreadyExists")
    }

    /// A member that must be there.
    static func missingParameter(_ name: String) -> ServiceError {
        ServiceError("MissingParameter", "The request must contain the parameter \(name).")
    }

    /// A value that cannot be used.
    static func invalidValue(_ message: String) -> ServiceError { ServiceError("InvalidParameterValue", message) }

    /// A value that cannot be used, and why.
    static func invalidValue(_ value: String, of parameter: String, reason: String) -> ServiceError {
        invalidValue("Value \(value) for parameter \(parameter) is invalid. Reason: \(reason)")
    }

    /// An attribute no queue has.
    static func unknownAttribute(_ name: String) -> ServiceError {
        ServiceError("InvalidAttributeName", "Unknown Attribute \(name).")
    }

    /// An attribute with a value it cannot have.
    static func invalidAttribute(_ name: String) -> ServiceError {
        ServiceError("InvalidAttributeValue", "Invalid value for the parameter \(name).")
    }

    /// An attribute with a value it cannot have, and why. Those that are JSON are refused by `invalidValue(_:of:reason:)`, as on AWS.
    static func invalidAttribute(_ name: String, reason: String) -> ServiceError {
        ServiceError("InvalidAttributeValue", "Invalid value for the parameter \(name). Reason: \(reason)")
    }

    /// A handle we never gave out.
    static func receiptHandleIsInvalid(_ handle: String) -> ServiceError {
        ServiceError("ReceiptHandleIsInvalid", "The input receipt handle \"\(handle)\" is not a valid receipt handle.")
    }

    /// A member of another type than the model says.
    static func wrongType(_ member: String, expected: String) -> ServiceError {
        ServiceError("SerializationException", "The member \(member) must be \(expected).")
    }

    /// The store's failure; the caller may try again.
    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("InternalFailure", "The store failed: \(error.message)", status: 500)
    }
}
