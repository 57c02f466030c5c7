import AWSWire
import JSONTree
import ResourceNames

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
