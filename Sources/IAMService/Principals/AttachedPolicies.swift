import AWSWire
import JSONTree
import ResourceNames

/// `AttachUserPolicy`, `AttachRolePolicy`; one that is attached already stays so.
struct AttachPolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Attach\(Kind.word)Policy" }
    let principals: Principals<Kind>
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let arn = try policies.attachable(request.requiredText("PolicyArn"), in: context.territory.account)
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            principal throws(ServiceError) in
            guard !principal.attached.contains(arn) else { return }
            guard principal.attached.count < Limits.attachedMax else {
                throw .limitExceeded("Cannot exceed quota for PoliciesPer\(Kind.word): \(Limits.attachedMax)")
            }
            principal.attached.append(arn)
        }
        return OperationOutput()
    }
}

/// `DetachUserPolicy`, `DetachRolePolicy`.
struct DetachPolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Detach\(Kind.word)Policy" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let arn = try request.requiredText("PolicyArn")
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            principal throws(ServiceError) in
            guard let place = principal.attached.firstIndex(of: arn) else {
                throw .noSuchEntity("Policy \(arn) was not found.")
            }
            principal.attached.remove(at: place)
        }
        return OperationOutput()
    }
}

/// `ListAttachedUserPolicies`, `ListAttachedRolePolicies`.
struct ListAttachedPolicies<Kind: PrincipalKind>: Operation {
    static var name: String { "ListAttached\(Kind.word)Policies" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let principal = try principals.get(request.requiredText(Kind.nameMember), in: context.territory.account)
        let prefix = try request.text("PathPrefix") ?? "/"
        let found = principal.attached.map { PolicyName(arn: $0) }.filter { $0.path.hasPrefix(prefix) }
        let sorted = found.sorted { $0.arn.utf8.lexicographicallyPrecedes($1.arn.utf8) }
        return OperationOutput(
            try ListPage(sorted, request) { $0.arn }.shape("AttachedPolicies") {
                ["PolicyName": .string($0.name), "PolicyArn": .string($0.arn)]
            })
    }
}

/// `PutUserPermissionsBoundary`, `PutRolePermissionsBoundary`.
struct PutBoundary<Kind: PrincipalKind>: Operation {
    static var name: String { "Put\(Kind.word)PermissionsBoundary" }
    let principals: Principals<Kind>
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let arn = try policies.attachable(request.requiredText("PermissionsBoundary"), in: context.territory.account)
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            $0.boundary = arn
        }
        return OperationOutput()
    }
}

/// `DeleteUserPermissionsBoundary`, `DeleteRolePermissionsBoundary`.
struct DeleteBoundary<Kind: PrincipalKind>: Operation {
    static var name: String { "Delete\(Kind.word)PermissionsBoundary" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try ActionInput(input).requiredText(Kind.nameMember)
        try await principals.change(name, in: context.territory.account) { $0.boundary = nil }
        return OperationOutput()
    }
}
