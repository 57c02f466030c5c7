import AWSWire
import ResourceNames
import StorageContract

/// AWS Identity and Access Management: users with keys, roles, policies, and what they allow.
package struct IAMService: Sendable {
    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// Says what a caller may do.
    package let authority: Authority

    /// Reads what exists.
    package init(store: any Store, clock: any WallClock) throws(StoreError) {
        let changes = ChangeCount()
        let pages = PageTokens(clock: clock)
        let users = try Principals<UserKind>(store: store, changes: changes, pages: pages)
        let roles = try Principals<RoleKind>(store: store, changes: changes, pages: pages)
        let groups = try Principals<GroupKind>(store: store, changes: changes, pages: pages)
        let policies = try ManagedPolicies(store: store, changes: changes, pages: pages)
        let keys = try AccessKeys(store: store)
        let deleted = try DeletedRoles(store: store)
        authority = Authority(
            users: users, roles: roles, groups: groups, policies: policies, keys: keys, deleted: deleted,
            changes: changes)
        let usage = Usage(users: users, roles: roles, groups: groups)
        actions = ServiceActions(
            service: "iam",
            Self.common(users, policies) + Self.common(roles, policies)
                + Self.groups(groups, users, policies, clock) + Self.users(users, policies, keys, clock)
                + Self.roles(roles, deleted, TrustPolicy(users: users, roles: roles), policies, clock)
                + Self.policies(policies, usage, clock)
                + [
                    SimulatePrincipalPolicy(users: users, roles: roles, groups: groups, policies: policies),
                    SimulateCustomPolicy(pages: pages),
                ])
    }

    /// The actions that users and roles have in common.
    private static func common<Kind>(_ principals: Principals<Kind>, _ policies: ManagedPolicies) -> [any Operation] {
        [
            GetPrincipal(principals: principals), ListPrincipals(principals: principals),
            PutInlinePolicy(principals: principals), GetInlinePolicy(principals: principals),
            DeleteInlinePolicy(principals: principals), ListInlinePolicies(principals: principals),
            AttachPolicy(principals: principals, policies: policies), DetachPolicy(principals: principals),
            ListAttachedPolicies(principals: principals), PutBoundary(principals: principals, policies: policies),
            DeleteBoundary(principals: principals), TagPrincipal(principals: principals),
            UntagPrincipal(principals: principals), ListPrincipalTags(principals: principals),
        ]
    }

    private static func groups(
        _ groups: Principals<GroupKind>, _ users: Principals<UserKind>, _ policies: ManagedPolicies,
        _ clock: any WallClock
    ) -> [any Operation] {
        [
            CreateGroup(groups: groups, clock: clock), GetGroup(groups: groups, users: users),
            UpdateGroup(groups: groups), DeleteGroup(groups: groups, users: users), ListPrincipals(principals: groups),
            AddUserToGroup(groups: groups, users: users), RemoveUserFromGroup(groups: groups, users: users),
            ListGroupsForUser(users: users, groups: groups), PutInlinePolicy(principals: groups),
            GetInlinePolicy(principals: groups), DeleteInlinePolicy(principals: groups),
            ListInlinePolicies(principals: groups), AttachPolicy(principals: groups, policies: policies),
            DetachPolicy(principals: groups), ListAttachedPolicies(principals: groups),
        ]
    }

    private static func users(
        _ users: Principals<UserKind>, _ policies: ManagedPolicies, _ keys: AccessKeys, _ clock: any WallClock
    ) -> [any Operation] {
        [
            CreateUser(users: users, policies: policies, clock: clock), UpdateUser(users: users),
            DeleteUser(users: users, keys: keys),
            CreateAccessKey(users: users, keys: keys, clock: clock), UpdateAccessKey(users: users, keys: keys),
            DeleteAccessKey(users: users, keys: keys), ListAccessKeys(users: users, keys: keys),
        ]
    }

    private static func roles(
        _ roles: Principals<RoleKind>, _ deleted: DeletedRoles, _ trust: TrustPolicy, _ policies: ManagedPolicies,
        _ clock: any WallClock
    ) -> [any Operation] {
        [
            CreateRole(roles: roles, policies: policies, trust: trust, clock: clock), UpdateRole(roles: roles),
            UpdateRoleDescription(roles: roles), UpdateAssumeRolePolicy(roles: roles, rules: trust),
            DeleteRole(roles: roles, deleted: deleted),
            ListInstanceProfilesForRole(roles: roles),
        ]
    }

    private static func policies(
        _ policies: ManagedPolicies, _ usage: Usage, _ clock: any WallClock
    ) -> [any Operation] {
        [
            CreatePolicy(policies: policies, clock: clock), GetPolicy(policies: policies, usage: usage),
            DeletePolicy(policies: policies, usage: usage), ListPolicies(policies: policies, usage: usage),
            ListEntitiesForPolicy(policies: policies, usage: usage),
            CreatePolicyVersion(policies: policies, clock: clock), GetPolicyVersion(policies: policies),
            ListPolicyVersions(policies: policies), SetDefaultPolicyVersion(policies: policies, clock: clock),
            DeletePolicyVersion(policies: policies), TagPolicy(policies: policies), UntagPolicy(policies: policies),
            ListPolicyTags(policies: policies),
        ]
    }
}
