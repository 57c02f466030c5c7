import AWSWire
import JSONTree
import ResourceNames

/// `ListAliases`, by name: all, or those of one key.
struct ListAliases: Operation {
    static let name = "ListAliases"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        var found = catalogue.aliases(of: context.territory)
        if let id = try request.text("KeyId") {
            let key = try catalogue.key(id, in: context.territory)
            found = found.filter { $0.target == key.id }
        }
        let page = try ListPage(found, request, list: Self.name, catalogue.pages) { $0.name }
        return OperationOutput(
            page.shape("Aliases") { alias in
                [
                    "AliasName": .string(alias.name), "AliasArn": .string(alias.arn),
                    "TargetKeyId": .string(alias.target), "CreationDate": alias.createdAt.seconds,
                    "LastUpdatedDate": alias.updatedAt.seconds,
                ]
            })
    }
}
