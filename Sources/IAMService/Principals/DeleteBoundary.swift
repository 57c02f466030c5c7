import AWSWire
import JSONTree
import ResourceNames

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
