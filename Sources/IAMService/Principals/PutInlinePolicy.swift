import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `PutUserPolicy`, `PutRolePolicy`: adds an inline policy, or replaces the one of that name.
struct PutInlinePolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Put\(Kind.word)Policy" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let (name, document) = (try request.requiredText("PolicyName"), try request.requiredText("PolicyDocument"))
        try PolicyChecks.check(document, .identity)
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            principal throws(ServiceError) in
            if let place = principal.inline.firstIndex(where: { $0.name == name }) {
                principal.inline[place].document = document
            } else {
                principal.inline.append((name, document))
            }
            let size = principal.inline.reduce(0) { $0 + PolicyChecks.byteCount($1.document) }
            guard size <= Kind.inlineBytesMax else {
                throw .limitExceeded(
                    "Maximum policy size of \(Kind.inlineBytesMax) bytes exceeded for \(Kind.noun) \(principal.name)")
            }
        }
        return OperationOutput()
    }
}
