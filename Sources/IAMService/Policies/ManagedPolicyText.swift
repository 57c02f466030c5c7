import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// The rules of managed policies.
enum ManagedPolicyText {
    /// A document that may be kept.
    static func checked(_ text: String) throws(ServiceError) -> String {
        try PolicyChecks.check(text, .identity)
        guard PolicyChecks.byteCount(text) <= Limits.managedPolicyBytesMax else {
            throw .limitExceeded("Cannot exceed quota for PolicySize: \(Limits.managedPolicyBytesMax)")
        }
        return text
    }
}
