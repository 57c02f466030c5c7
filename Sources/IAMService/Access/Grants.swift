import AccessPolicies

/// What a user or role may do by its own policies.
struct Grants: Sendable {
    /// Policies with the names that answers give them.
    var identity: [(name: String, policy: PolicyDocument)] = []
    /// The most the policies can give.
    var boundary: PolicyDocument?

    /// Collects the policies of a user or role. What was checked when it was stored reads again; a policy that does not is none, and grants nothing.
    init<Kind>(
        _ principal: Principal<Kind>, _ policies: ManagedPolicies, groups: Principals<GroupKind>? = nil
    ) {
        add(principal, policies)
        for name in principal.groups {
            if let group = groups?.find(name, in: principal.account) { add(group, policies) }
        }
        if let arn = principal.boundary {
            boundary = policies.find(arn).flatMap { try? PolicyDocument($0.document, kind: .identity) }
        }
    }

    private mutating func add<Kind>(_ principal: Principal<Kind>, _ policies: ManagedPolicies) {
        for policy in principal.inline {
            guard let document = try? PolicyDocument(policy.document, kind: .identity) else { continue }
            identity.append((policy.name, document))
        }
        for arn in principal.attached {
            guard let policy = policies.find(arn),
                let document = try? PolicyDocument(policy.document, kind: .identity)
            else { continue }
            identity.append((policy.name, document))
        }
    }
}
