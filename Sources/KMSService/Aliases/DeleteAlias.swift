import AWSWire
import JSONTree

/// `DeleteAlias`: the key stays.
struct DeleteAlias: Operation {
    static let name = "DeleteAlias"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try KMSAlias.checkedName(ActionInput(input))
        try await catalogue.changeAliases { () throws(ServiceError) in
            guard let alias = catalogue.alias(name, in: context.territory) else {
                throw .noSuchAlias(KMSAlias.arn(name, context.territory))
            }
            return .delete(alias)
        }
        return OperationOutput()
    }
}
