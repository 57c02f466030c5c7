import AWSWire
import JSONTree

/// `CreateAlias`: a second name for a key.
struct CreateAlias: Operation {
    static let name = "CreateAlias"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try KMSAlias.checkedName(request)
        let target = try request.requiredText("TargetKeyId")
        try await catalogue.changeAliases { () throws(ServiceError) in
            let key = try catalogue.key(target, in: context.territory)
            try key.checkNotPending()
            let alias = KMSAlias(
                territory: context.territory, name: name, target: key.id, createdAt: catalogue.now)
            guard catalogue.alias(name, in: context.territory) == nil else {
                throw ServiceError(
                    "AlreadyExistsException", "An alias with the name \(alias.arn) already exists")
            }
            return .put(alias)
        }
        return OperationOutput()
    }
}
