import AWSWire
import JSONTree

/// `ConfirmSubscription`: an endpoint shows the token it was sent. Nobody else has it, so the request need not be signed.
struct ConfirmSubscription: Operation {
    static let name = "ConfirmSubscription"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let key = try TopicKey(arn: try request.requiredText("TopicArn"))
        let token = try request.requiredText("Token")
        // Who is not signed cannot ask for signatures.
        let isSigned = context.accessKeyID != nil
        let needsSignature = try request.text("AuthenticateOnUnsubscribe")?.lowercased() == "true" && isSigned
        let confirmed = try await catalogue.confirm(token, of: key, needsSignature: needsSignature)
        return OperationOutput(["SubscriptionArn": .string(confirmed.arn)])
    }
}
