/// Who has a managed policy.
struct Usage {
    /// All users.
    let users: Principals<UserKind>
    /// All roles.
    let roles: Principals<RoleKind>
    /// All groups.
    let groups: Principals<GroupKind>

    /// Users and roles that have it attached.
    func attachments(of policy: ManagedPolicy, in account: String) -> Int {
        users.all(of: account).count { $0.attached.contains(policy.arn) }
            + roles.all(of: account).count { $0.attached.contains(policy.arn) }
            + groups.all(of: account).count { $0.attached.contains(policy.arn) }
    }

    /// Users and roles that have it as their boundary.
    func boundaries(of policy: ManagedPolicy, in account: String) -> Int {
        users.all(of: account).count { $0.boundary == policy.arn }
            + roles.all(of: account).count { $0.boundary == policy.arn }
    }
}
