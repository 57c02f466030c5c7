import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// The rules of trust policies.
struct TrustPolicy: Sendable {
    let users: Principals<UserKind>
    let roles: Principals<RoleKind>

    /// A trust policy that may be kept.
    ///
    /// - Parameter account: Of its role: users and roles of that account must exist, as IAM keeps their unique ids in place of their names. Those
    ///   of other accounts need not be here.
    func checked(_ text: String, in account: String) throws(ServiceError) -> String {
        let policy: PolicyDocument
        do throws(PolicyProblem) { policy = try PolicyDocument(text, kind: .trust) } catch {
            throw .malformedPolicy(error)
        }
        guard PolicyChecks.byteCount(text) <= Limits.trustPolicyBytesMax else {
            throw .limitExceeded("Cannot exceed quota for ACLSizePerRole: \(Limits.trustPolicyBytesMax)")
        }
        for principal in policy.namedPrincipals where !exists(principal, in: account) {
            throw .malformedPolicy(.unknownPrincipal(principal))
        }
        return text
    }

    private func exists(_ principal: String, in account: String) -> Bool {
        guard let arn = ARN(principal), arn.account == account, arn.resource != "root" else { return true }
        let found: String? =
            switch (arn.service, arn.resource.split(separator: "/").first) {
            case ("iam", "user"): users.find(arn: principal)?.arn
            case ("iam", "role"): roles.find(arn: principal)?.arn
            case ("sts", "assumed-role"): roles.find(Self.roleName(arn), in: account) == nil ? nil : principal
            // What stands for a federated user, or a service's own caller, is not kept here.
            case ("sts", _): principal
            default: nil
            }
        return found?.lowercased() == principal.lowercased()
    }

    private static func roleName(_ session: ARN) -> String {
        session.resource.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    }
}
