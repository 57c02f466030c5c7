import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// The rules of trust policies.
enum TrustPolicy {
    /// A trust policy that may be kept.
    static func checked(_ text: String) throws(ServiceError) -> String {
        try PolicyChecks.check(text, .trust)
        guard PolicyChecks.byteCount(text) <= Limits.trustPolicyBytesMax else {
            throw .limitExceeded("Cannot exceed quota for ACLSizePerRole: \(Limits.trustPolicyBytesMax)")
        }
        return text
    }
}
