import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// `ListAccessKeys`.
struct ListAccessKeys: Operation {
    static let name = "ListAccessKeys"
    let users: Principals<UserKind>
    let keys: AccessKeys

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let user = try users.get(request.requiredText("UserName"), in: context.territory.account)
        return OperationOutput(
            try ListPage(keys.all(of: user), request, list: Self.name, users.pages) { $0.id }.shape("AccessKeyMetadata")
            { .object($0.shape) })
    }
}
