import AWSWire
import JSONTree
import ResourceNames

/// `TagUser`, `TagRole`.
struct TagPrincipal<Kind: PrincipalKind>: Operation {
    static var name: String { "Tag\(Kind.word)" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let tags = try request.list("Tags") ?? []
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            principal throws(ServiceError) in try IAMTags.add(tags, to: &principal.tags, in: context)
        }
        return OperationOutput()
    }
}
