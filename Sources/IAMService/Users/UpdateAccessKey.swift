import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// `UpdateAccessKey`: switches a key on or off.
struct UpdateAccessKey: Operation {
    static let name = "UpdateAccessKey"
    let users: Principals<UserKind>
    let keys: AccessKeys

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let user = try users.get(request.requiredText("UserName"), in: context.territory.account)
        let isActive = try request.requiredText("Status") == "Active"
        try await keys.change(request.requiredText("AccessKeyId"), of: user) { key in
            var key = key
            key.isActive = isActive
            return key
        }
        return OperationOutput()
    }
}
