import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `CreatePolicy`.
struct CreatePolicy: Operation {
    static let name = "CreatePolicy"
    let policies: ManagedPolicies
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let document = try ManagedPolicyText.checked(request.requiredText("PolicyDocument"))
        var policy = ManagedPolicy(
            account: context.territory.account, name: try request.requiredText("PolicyName"),
            path: try request.path(), description: try request.text("Description") ?? "", document: document,
            createdAt: clock.now)
        try IAMTags.add(request.list("Tags") ?? [], to: &policy.tags)
        try await policies.create(policy)
        return OperationOutput(["Policy": policy.shape(attachments: 0, boundaries: 0, isWhole: true)])
    }
}

/// `GetPolicy`: everything but the document.
struct GetPolicy: Operation {
    static let name = "GetPolicy"
    let policies: ManagedPolicies
    let usage: Usage

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let account = context.territory.account
        let policy = try policies.get(ActionInput(input).requiredText("PolicyArn"), in: account)
        return OperationOutput([
            "Policy": policy.shape(
                attachments: usage.attachments(of: policy, in: account),
                boundaries: usage.boundaries(of: policy, in: account), isWhole: true)
        ])
    }
}

/// `DeletePolicy`: one that nobody has, of one version.
struct DeletePolicy: Operation {
    static let name = "DeletePolicy"
    let policies: ManagedPolicies
    let usage: Usage

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let account = context.territory.account
        try await policies.delete(ActionInput(input).requiredText("PolicyArn"), in: account) {
            policy throws(ServiceError) in
            guard usage.attachments(of: policy, in: account) + usage.boundaries(of: policy, in: account) == 0 else {
                throw .deleteConflict("Cannot delete a policy attached to entities.")
            }
            guard policy.versions.count == 1 else {
                throw .deleteConflict(
                    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy."
                )
            }
        }
        return OperationOutput()
    }
}

/// `ListPolicies`: the account's own, AWS's, or both.
struct ListPolicies: Operation {
    static let name = "ListPolicies"
    let policies: ManagedPolicies
    let usage: Usage

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let account = context.territory.account
        let (scope, prefix) = (try request.text("Scope") ?? "All", try request.text("PathPrefix") ?? "/")
        let purpose = try request.text("PolicyUsageFilter")
        let onlyAttached = try request.flag("OnlyAttached")
        var found: [(policy: ManagedPolicy, attachments: Int, boundaries: Int)] = []
        let own = scope == "AWS" ? [] : policies.all(of: account)
        let stock = scope == "Local" ? [] : AWSPolicies.all.values.map { $0 }
        for policy in own + stock where policy.path.hasPrefix(prefix) {
            let attachments = usage.attachments(of: policy, in: account)
            let boundaries = usage.boundaries(of: policy, in: account)
            if onlyAttached, attachments + boundaries == 0 { continue }
            if purpose == "PermissionsPolicy", attachments == 0 { continue }
            if purpose == "PermissionsBoundary", boundaries == 0 { continue }
            found.append((policy, attachments, boundaries))
        }
        found.sort { $0.policy.arn.utf8.lexicographicallyPrecedes($1.policy.arn.utf8) }
        return OperationOutput(
            try ListPage(found, request) { $0.policy.arn }.shape("Policies") {
                $0.policy.shape(attachments: $0.attachments, boundaries: $0.boundaries, isWhole: false)
            })
    }
}

/// `ListEntitiesForPolicy`: who has it.
struct ListEntitiesForPolicy: Operation {
    static let name = "ListEntitiesForPolicy"
    let policies: ManagedPolicies
    let usage: Usage

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let account = context.territory.account
        let policy = try policies.get(request.requiredText("PolicyArn"), in: account)
        let filter = try request.text("EntityFilter")
        let (prefix, purpose) = (try request.text("PathPrefix") ?? "/", try request.text("PolicyUsageFilter"))
        func hasIt<Kind>(_ principal: Principal<Kind>) -> Bool {
            guard principal.path.hasPrefix(prefix) else { return false }
            let isAttached = principal.attached.contains(policy.arn) && purpose != "PermissionsBoundary"
            return isAttached || (principal.boundary == policy.arn && purpose != "PermissionsPolicy")
        }
        func shape<Kind>(_ principal: Principal<Kind>) -> JSON {
            [Kind.nameMember: .string(principal.name), "\(Kind.word)Id": .string(principal.id)]
        }
        let users = filter.map { $0 == "User" } ?? true ? usage.users.all(of: account).filter(hasIt) : []
        let roles = filter.map { $0 == "Role" } ?? true ? usage.roles.all(of: account).filter(hasIt) : []
        return OperationOutput([
            "PolicyGroups": [], "PolicyUsers": .array(users.map(shape)), "PolicyRoles": .array(roles.map(shape)),
            "IsTruncated": false,
        ])
    }
}

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
