import AWSWire
import JSONTree
import ResourceNames

/// `ListUserTags`, `ListRoleTags`.
struct ListPrincipalTags<Kind: PrincipalKind>: Operation {
    static var name: String { "List\(Kind.word)Tags" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let principal = try principals.get(request.requiredText(Kind.nameMember), in: context.territory.account)
        let tags = principal.tags.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return OperationOutput(
            try ListPage(tags, request, list: Self.name, principals.pages) { $0.key }.shape("Tags", IAMTags.shape))
    }
}
