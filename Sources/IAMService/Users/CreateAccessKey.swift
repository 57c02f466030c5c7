import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// `CreateAccessKey`. A call that is repeated after a crash finds the key it made.
struct CreateAccessKey: Operation {
    static let name = "CreateAccessKey"
    let users: Principals<UserKind>
    let keys: AccessKeys
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let user = try users.get(ActionInput(input).requiredText("UserName"), in: context.territory.account)
        let key = try await keys.create(for: user, at: clock.now, idempotencyKey: context.idempotencyKey)
        var shape = key.shape
        shape["SecretAccessKey"] = .string(key.secret)
        return OperationOutput(["AccessKey": .object(shape)])
    }
}
