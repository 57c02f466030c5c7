import AWSWire
import StorageContract

/// The failures of EventBridge in AWS's words.
extension ServiceError {
    /// A parameter that cannot be used.
    static func invalid(_ message: String) -> ServiceError { ServiceError("ValidationException", message) }

    /// Something named that does not exist.
    static func notFound(_ message: String) -> ServiceError { ServiceError("ResourceNotFoundException", message) }

    /// No bus of that name.
    static func noBus(_ name: String) -> ServiceError { .notFound("Event bus \(name) does not exist.") }

    /// No rule of that name.
    static func noRule(_ key: RuleKey) -> ServiceError {
        .notFound("Rule \(key.name) does not exist on EventBus \(key.bus.name).")
    }

    /// Something whose name is taken.
    static func exists(_ message: String) -> ServiceError {
        ServiceError("ResourceAlreadyExistsException", message)
    }

    /// More than a quota allows.
    static let tooMany = ServiceError(
        "LimitExceededException", "The requested resource exceeds the maximum number allowed.")

    /// The store's failure; the caller may try again.
    static func store(_ error: StoreError) -> ServiceError {
        ServiceError("InternalException", "The store failed: \(error.message)", status: 500)
    }

    /// Whether the same call may succeed later: the service is at fault, or has too much to do.
    var isPassing: Bool {
        status >= 500 || status == 429
            || ["Throttl", "TooManyRequests", "LimitExceeded", "Throughput"].contains { code.contains($0) }
    }
}
