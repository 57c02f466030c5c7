import AWSWire
import JSONTree

/// `AssociateKmsKey`: from now on a group names a key.
struct AssociateKmsKey: Operation {
    static let name = "AssociateKmsKey"
    /// Where groups are.
    let catalogue: LogCatalogue
    /// Looks at the key first.
    let keys: KeyCheck

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let id = try request.keyedGroup(context)
        _ = try catalogue.group(id)
        let key = try request.requiredText("kmsKeyId")
        try await keys.check(key, for: id, in: context)
        try await catalogue.change(id) { $0.kmsKeyID = key }
        return OperationOutput()
    }
}
