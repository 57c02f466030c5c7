import AWSWire
import JSONTree

/// `UpdateAlias`: leads an alias to another key. What was encrypted under the one before stays there.
struct UpdateAlias: Operation {
    static let name = "UpdateAlias"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try KMSAlias.checkedName(request)
        let target = try request.requiredText("TargetKeyId")
        try await catalogue.changeAliases { () throws(ServiceError) in
            guard var alias = catalogue.alias(name, in: context.territory) else {
                throw .noSuchAlias(KMSAlias.arn(name, context.territory))
            }
            let key = try catalogue.key(target, in: context.territory)
            try key.checkNotPending()
            alias.target = key.id
            alias.updatedAt = catalogue.now
            return .put(alias)
        }
        return OperationOutput()
    }
}
