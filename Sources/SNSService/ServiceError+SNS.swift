import AWSWire
import StorageContract

/// The failures of SNS in AWS's words.
extension ServiceError {
    static func invalid(_ what: String) -> ServiceError { ServiceError("InvalidParameter", "Invalid parameter: \(what)") }

    static func notFound(_ message: String) -> ServiceError { ServiceError("NotFound", message, status: 404) }

    static let topicDoesNotExist = ServiceError.notFound("Topic does not exist")

    static let subscriptionDoesNotExist = ServiceError.notFound("Subscription does not exist")

    static func wrongType(_ member: String, expected: String) -> ServiceError { .invalid("\(member) Reason: must be \(expected)") }

    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("InternalError", "The store failed: \(error.message)", status: 500)
    }

    /// What a unit's result means for the caller; `nil` when it was committed.
    static func of(_ result: UnitResult) -> ServiceError? {
        switch result {
        case .committed: nil
        case .failed(let error): .store(error)
        case .staleEpoch, .conflict: ServiceError("InternalError", "The store refused the write.", status: 500)
        }
    }
}
