import AWSWire
import StorageContract

/// The failures of SNS in AWS's words.
extension ServiceError {
    /// A parameter that cannot be used.
    static func invalid(_ what: String) -> ServiceError {
        ServiceError("InvalidParameter", "Invalid parameter: \(what)")
    }

    /// A parameter with a value that it cannot have.
    static func invalidValue(_ value: String, of name: String, rule: String) -> ServiceError {
        .invalid("\(name): Invalid value [\(value)]. \(rule)")
    }

    /// The same refusal as actions word it that take attributes as a map: `CreateTopic` and `Subscribe`.
    var ofAttributes: ServiceError {
        let start = "Invalid parameter: "
        guard code == "InvalidParameter", message.hasPrefix(start) else { return self }
        return .invalid("Attributes Reason: \(message.dropFirst(start.count))")
    }

    /// A policy names an action that is not one of topics.
    static let outOfServiceScope = ServiceError.invalid("Policy statement action out of service scope!")

    /// Something named that does not exist.
    static func notFound(_ message: String) -> ServiceError { ServiceError("NotFound", message, status: 404) }

    /// No topic of that ARN.
    static let topicDoesNotExist = ServiceError.notFound("Topic does not exist")

    /// No subscription of that ARN.
    static let subscriptionDoesNotExist = ServiceError.notFound("Subscription does not exist")

    /// A member of another type than the model says.
    static func wrongType(_ member: String, expected: String) -> ServiceError {
        .invalid("\(member) Reason: must be \(expected)")
    }

    /// The store's failure; the caller may try again.
    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("InternalError", "The store failed: \(error.message)", status: 500)
    }
}
