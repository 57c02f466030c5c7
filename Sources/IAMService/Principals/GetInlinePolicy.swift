import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `GetUserPolicy`, `GetRolePolicy`.
struct GetInlinePolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Get\(Kind.word)Policy" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try request.requiredText("PolicyName")
        let principal = try principals.get(request.requiredText(Kind.nameMember), in: context.territory.account)
        guard let policy = principal.inline.first(where: { $0.name == name }) else {
            throw .noSuchInlinePolicy(name, of: Kind.noun)
        }
        return OperationOutput([
            Kind.nameMember: .string(principal.name), "PolicyName": .string(name),
            "PolicyDocument": PolicyChecks.shown(policy.document),
        ])
    }
}
