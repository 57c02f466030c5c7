import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `ListUserPolicies`, `ListRolePolicies`: names alone.
struct ListInlinePolicies<Kind: PrincipalKind>: Operation {
    static var name: String { "List\(Kind.word)Policies" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let principal = try principals.get(request.requiredText(Kind.nameMember), in: context.territory.account)
        let names = principal.inline.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return OperationOutput(
            try ListPage(names, request, list: Self.name, principals.pages) { $0 }.shape("PolicyNames") { .string($0) })
    }
}
