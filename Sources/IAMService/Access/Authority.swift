import AccessPolicies
import ResourceNames
import Synchronization

/// Says what a caller may do, by the users, roles and policies that exist.
///
/// What a user or role may do is worked out once and kept until something changes: tasks ask at every call.
package final class Authority: Sendable {
    private struct Memory {
        var revision = -1
        /// By ARN; `nil` for one that does not exist.
        var grants: [String: Grants?] = [:]
    }
    private let users: Principals<UserKind>
    private let roles: Principals<RoleKind>
    private let groups: Principals<GroupKind>
    private let policies: ManagedPolicies
    private let keys: AccessKeys
    private let deleted: DeletedRoles
    private let changes: ChangeCount
    private let memory = Mutex(Memory())

    /// Looks things up in what exists.
    init(
        users: Principals<UserKind>, roles: Principals<RoleKind>, groups: Principals<GroupKind>,
        policies: ManagedPolicies, keys: AccessKeys, deleted: DeletedRoles, changes: ChangeCount
    ) {
        (self.groups, self.deleted) = (groups, deleted)
        (self.users, self.roles, self.policies, self.keys, self.changes) = (users, roles, policies, keys, changes)
    }

    /// Whose key that is; `nil` for a key that was not made here or is switched off.
    package func user(ofKey id: String) -> Caller? {
        guard let key = keys.find(id), key.isActive, let user = users.find(key.userName, in: key.account) else {
            return nil
        }
        return .user(arn: user.arn)
    }

    /// Whether a key was made here and lets nobody in any more: it is switched off, or deleted.
    package func isRetired(key id: String) -> Bool { keys.isRetired(id) }

    /// The account of a key that was made here, whether or not it is switched on.
    package func account(ofKey id: String) -> String? { keys.find(id)?.account }

    /// Whether any user has a key.
    package var hasKeys: Bool { keys.areThere }

    /// The secret of a key that may sign; `nil` for a key that was not made here or is switched off.
    package func secret(ofKey id: String) -> String? {
        guard let key = keys.find(id), key.isActive else { return nil }
        return key.secret
    }

    /// Whether a role exists here, or did: one that was deleted may do nothing, and nobody can assume it.
    package func knows(role arn: String) -> Bool { grants(of: arn) != nil || deleted.contain(arn: arn) }

    /// The unique id of a user or role: `AIDA…`, `AROA…`.
    package func id(of arn: String) -> String? { roles.find(arn: arn)?.id ?? users.find(arn: arn)?.id }

    /// The tags of a user, role or policy.
    package func tags(of arn: String) -> [(key: String, value: String)]? {
        roles.find(arn: arn)?.tags ?? users.find(arn: arn)?.tags ?? policies.find(arn)?.tags
    }

    /// A role's trust policy and how many seconds its sessions last at most; `nil` when there is no such role.
    package func trust(of arn: String) -> (policy: PolicyDocument?, sessionSecondsMax: Int, id: String)? {
        guard let role = roles.find(arn: arn) else { return nil }
        return (try? PolicyDocument(role.trust, kind: .trust), role.sessionSecondsMax, role.id)
    }

    /// Decides a request by the caller's policies and the resource's own.
    ///
    /// - Parameters:
    ///   - session: Policies that a session was begun with.
    ///   - resource: The resource's own policy, if it has one.
    ///   - needsResource: It must have one that means the caller.
    package func decide(
        _ request: AccessRequest, session: [PolicyDocument] = [], resource: PolicyDocument? = nil,
        needsResource: Bool = false
    ) -> AccessDecision {
        var policies = PolicySet(session: session, resource: resource)
        policies.needsResource = needsResource
        let owner: String? =
            switch request.caller {
            case .user(let arn), .roleSession(let arn, _): arn
            case .root, .service, .anonymous: nil
            }
        if let grants = owner.flatMap(grants) {
            policies.identity = grants.identity.map(\.policy)
            policies.boundary = grants.boundary
        }
        return policies.decide(request)
    }

    private func grants(of arn: String) -> Grants? {
        let revision = changes.value
        let known = memory.withLock { memory -> Grants?? in
            if memory.revision != revision { memory = Memory(revision: revision) }
            return memory.grants[arn]
        }
        if let known { return known }
        let found =
            roles.find(arn: arn).map { Grants($0, policies) }
            ?? users.find(arn: arn).map { Grants($0, policies, groups: groups) }
        memory.withLock { memory in
            // Somebody may ask for names without end: what is remembered has a bound.
            if memory.grants.count >= Limits.rememberedGrantsMax { memory.grants = [:] }
            if memory.revision == revision { memory.grants[arn] = .some(found) }
        }
        return found
    }
}
