import AWSWire
import StorageContract

/// The failures of SQS in AWS's words. Most carry two codes: that of the JSON protocol and the older one of the query protocol.
extension ServiceError {
    static func sqs(_ code: String, _ message: String) -> ServiceError {
        ServiceError(code, message, queryCode: "AWS.SimpleQueueService.\(code)")
    }

    static let queueDoesNotExist = ServiceError(
        "QueueDoesNotExist", "The specified queue does not exist.", queryCode: "AWS.SimpleQueueService.NonExistentQueue")

    static func queueNameExists(attribute: String) -> ServiceError {
        ServiceError(
            "QueueNameExists", "A queue already exists with the same name and a different value for attribute \(attribute)",
            queryCode: "QueueAlreadyExists")
    }

    static func missingParameter(_ name: String) -> ServiceError {
        ServiceError("MissingParameter", "The request must contain the parameter \(name).")
    }

    static func invalidValue(_ message: String) -> ServiceError { ServiceError("InvalidParameterValue", message) }

    static func invalidValue(_ value: String, of parameter: String, reason: String) -> ServiceError {
        invalidValue("Value \(value) for parameter \(parameter) is invalid. Reason: \(reason)")
    }

    static func unknownAttribute(_ name: String) -> ServiceError {
        ServiceError("InvalidAttributeName", "Unknown Attribute \(name).")
    }

    static func invalidAttribute(_ name: String) -> ServiceError {
        ServiceError("InvalidAttributeValue", "Invalid value for the parameter \(name).")
    }

    static func invalidAttribute(_ name: String, value: String, reason: String) -> ServiceError {
        ServiceError("InvalidAttributeValue", "Value \(value) for parameter \(name) is invalid. Reason: \(reason)")
    }

    static func receiptHandleIsInvalid(_ handle: String) -> ServiceError {
        ServiceError("ReceiptHandleIsInvalid", "The input receipt handle \"\(handle)\" is not a valid receipt handle.")
    }

    static func wrongType(_ member: String, expected: String) -> ServiceError {
        ServiceError("SerializationException", "The member \(member) must be \(expected).")
    }

    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("InternalFailure", "The store failed: \(error.message)", status: 500)
    }

    /// What a unit's result means for the caller; `nil` when it was committed.
    static func of(_ result: UnitResult) -> ServiceError? {
        switch result {
        case .committed: nil
        case .failed(let error): .store(error)
        case .staleEpoch, .conflict: ServiceError("InternalFailure", "The store refused the write.", status: 500)
        }
    }
}
