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
            principal throws(ServiceError) in try IAMTags.add(tags, to: &principal.tags)
        }
        return OperationOutput()
    }
}

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

/// `ListUserTags`, `ListRoleTags`.
struct ListPrincipalTags<Kind: PrincipalKind>: Operation {
    static var name: String { "List\(Kind.word)Tags" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let principal = try principals.get(request.requiredText(Kind.nameMember), in: context.territory.account)
        let tags = principal.tags.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return OperationOutput(try ListPage(tags, request) { $0.key }.shape("Tags", IAMTags.shape))
    }
}
