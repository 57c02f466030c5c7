import AWSWire
import JSONTree
import ResourceNames

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
            try ListPage(sorted, request, list: Self.name, principals.pages) { $0.arn }.shape("AttachedPolicies") {
                ["PolicyName": .string($0.name), "PolicyArn": .string($0.arn)]
            })
    }
}
