import AWSWire
import JSONTree

/// `GetKeyRotationStatus`: keys are not rotated here. Tools that describe a key ask.
struct GetKeyRotationStatus: Operation {
    static let name = "GetKeyRotationStatus"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let key = try catalogue.key(ActionInput(input).requiredText("KeyId"), in: context.territory)
        try key.checkNotPending()
        return OperationOutput(["KeyRotationEnabled": false, "KeyId": .string(key.arn)])
    }
}
