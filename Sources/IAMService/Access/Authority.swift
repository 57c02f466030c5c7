import AccessPolicies
import ResourceNames

/// Says what a caller may do, by the users, roles and policies that exist.
package struct Authority: Sendable {
    private let users: Principals<UserKind>
    private let roles: Principals<RoleKind>
    private let policies: ManagedPolicies
    private let keys: AccessKeys

    init(
        users: Principals<UserKind>, roles: Principals<RoleKind>, policies: ManagedPolicies, keys: AccessKeys
    ) {
        (self.users, self.roles, self.policies, self.keys) = (users, roles, policies, keys)
    }

    /// Whose key that is; `nil` for a key that was not made here or is switched off.
    package func user(ofKey id: String) -> Caller? {
        guard let key = keys.find(id), key.isActive, let user = users.find(key.userName, in: key.account) else {
            return nil
        }
        return .user(arn: user.arn)
    }

    /// The secret of a key; `nil` for a key that was not made here or is switched off.
    package func secret(ofKey id: String) -> String? {
        guard let key = keys.find(id), key.isActive else { return nil }
        return key.secret
    }

    /// Whether a role exists here.
    package func knows(role arn: String) -> Bool { roles.find(arn: arn) != nil }

    /// Who may assume a role, and for how many seconds at most; `nil` when there is no such role.
    package func trust(of arn: String) -> (policy: PolicyDocument?, sessionSecondsMax: Int, id: String)? {
        guard let role = roles.find(arn: arn) else { return nil }
        return (try? PolicyDocument(role.trust, kind: .trust), role.sessionSecondsMax, role.id)
    }

    /// Decides a request by the caller's policies and the resource's own.
    ///
    /// - Parameters:
    ///   - session: Policies that a session was begun with.
    ///   - resource: The resource's own policy, if it has one.
    package func decide(
        _ request: AccessRequest, session: [PolicyDocument] = [], resource: PolicyDocument? = nil
    ) -> AccessDecision {
        var policies = PolicySet(session: session, resource: resource)
        switch request.caller {
        case .user(let arn): users.find(arn: arn).map { add(Grants($0, self.policies), to: &policies) }
        case .roleSession(let role, _): roles.find(arn: role).map { add(Grants($0, self.policies), to: &policies) }
        case .root, .service, .anonymous: break
        }
        return policies.decide(request)
    }

    private func add(_ grants: Grants, to policies: inout PolicySet) {
        policies.identity = grants.identity.map(\.policy)
        policies.boundary = grants.boundary
    }
}
