import AWSWire
import JSONTree
import ResourceNames

/// `ListUsers`, `ListRoles`.
struct ListPrincipals<Kind: PrincipalKind>: Operation {
    static var name: String { "List\(Kind.word)s" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let prefix = try request.text("PathPrefix") ?? "/"
        let found = principals.all(of: context.territory.account).filter { $0.path.hasPrefix(prefix) }
        return OperationOutput(
            try ListPage(found, request, list: Self.name, principals.pages) { $0.key }.shape("\(Kind.word)s") {
                $0.shape(isWhole: false)
            })
    }
}
