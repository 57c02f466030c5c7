import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// `DeleteAccessKey`.
struct DeleteAccessKey: Operation {
    static let name = "DeleteAccessKey"
    let users: Principals<UserKind>
    let keys: AccessKeys

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let user = try users.get(request.requiredText("UserName"), in: context.territory.account)
        try await keys.change(request.requiredText("AccessKeyId"), of: user) { _ in nil }
        return OperationOutput()
    }
}
