import AWSWire
import JSONTree
import ResourceNames

/// `UntagUser`, `UntagRole`.
struct UntagPrincipal<Kind: PrincipalKind>: Operation {
    static var name: String { "Untag\(Kind.word)" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let keys = try request.texts("TagKeys")
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            IAMTags.remove(keys, from: &$0.tags)
        }
        return OperationOutput()
    }
}
