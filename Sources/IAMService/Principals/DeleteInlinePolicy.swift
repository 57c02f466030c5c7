import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `DeleteUserPolicy`, `DeleteRolePolicy`.
struct DeleteInlinePolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Delete\(Kind.word)Policy" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try request.requiredText("PolicyName")
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            principal throws(ServiceError) in
            guard let place = principal.inline.firstIndex(where: { $0.name == name }) else {
                throw .noSuchInlinePolicy(name, of: Kind.noun)
            }
            principal.inline.remove(at: place)
        }
        return OperationOutput()
    }
}
