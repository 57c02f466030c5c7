import AWSWire
import JSONTree

/// With which key the data of a machine or an activity would be encrypted. Checked and kept; a local key does not encrypt anything yet.
enum EncryptionConfiguration {
    /// What descriptions show when nothing was configured (observed).
    static let standard: JSON = ["type": "AWS_OWNED_KEY"]

    /// Seconds a data key is used when none are given. Source: developer guide, "Data at rest encryption".
    private static let reuseSecondsDefault: Int64 = 300

    /// Checks a configuration and completes it; `nil` when none is given.
    ///
    /// - Throws: `InvalidEncryptionConfiguration`. Source: API reference; wording ours.
    static func checked(_ given: JSON?) throws(ServiceError) -> JSON? {
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
