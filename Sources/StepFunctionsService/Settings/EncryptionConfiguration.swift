import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StorageContract

/// With which key the data of a machine or an activity is encrypted at rest.
///
/// Source: developer guide, "Data at rest encryption".
struct EncryptionConfiguration: Sendable {
    /// Knows the keys.
    let engine: ExecutionEngine

    /// What descriptions show when nothing was configured (observed).
    static let standard: JSON = ["type": "AWS_OWNED_KEY"]

    /// Seconds a data key is used when none are given. Source: developer guide, "Data at rest encryption".
    private static let reuseSecondsDefault: Int64 = 300

    /// Checks a configuration and completes it; `nil` when none is given.
    ///
    /// - Parameter resource: The ARN of the machine or the activity.
    /// - Throws: `InvalidEncryptionConfiguration`, also for a key that is not there or not enabled; `KmsAccessDeniedException` for one that the
    ///   account must not use. Source: API reference; wording ours.
    func checked(_ given: JSON?, for resource: String) throws(ServiceError) -> JSON? {
        guard let completed = try Self.completed(given) else { return nil }
        guard let key = completed["kmsKeyId"]?.stringValue else { return completed }
        do throws(EngineFailure) { try engine.checkKey(key, for: resource) } catch {
            switch error {
            case .keyUnusable(.denied): throw ServiceError(error)
            case .keyUnusable(let failure): throw .invalidEncryption(failure.message)
            default: throw ServiceError(error)
            }
        }
        return completed
    }

    /// The key the data of a machine are sealed under; `nil`: none of its own.
    static func sealingKey(_ configuration: JSON?, for machine: StateMachineARN) -> SealingKey? {
        guard let configuration, let key = configuration["kmsKeyId"]?.stringValue else { return nil }
        return SealingKey(
            keyID: key, resource: machine.text,
            reuseSeconds: Int(configuration["kmsDataKeyReusePeriodSeconds"]?.integerValue ?? reuseSecondsDefault))
    }

    private static func completed(_ given: JSON?) throws(ServiceError) -> JSON? {
        guard var members = given?.objectValue else { return nil }
        let isOwnKey = members["type"]?.stringValue == "CUSTOMER_MANAGED_KMS_KEY"
        let hasKey = members["kmsKeyId"] != nil
        guard isOwnKey == hasKey else {
            throw .invalidEncryption(
                isOwnKey
                    ? "kmsKeyId must be specified for type CUSTOMER_MANAGED_KMS_KEY"
                    : "kmsKeyId must not be specified for type AWS_OWNED_KEY")
        }
        if let seconds = members["kmsDataKeyReusePeriodSeconds"]?.integerValue {
            guard isOwnKey else {
                throw .invalidEncryption(
                    "kmsDataKeyReusePeriodSeconds must not be specified for type AWS_OWNED_KEY")
            }
            guard (60...900).contains(seconds) else {
                throw .invalidEncryption("kmsDataKeyReusePeriodSeconds must be between 60 and 900")
            }
        } else if isOwnKey {
            members["kmsDataKeyReusePeriodSeconds"] = .integer(reuseSecondsDefault)
        }
        return .object(members)
    }
}
