import AWSWire
import JSONTree

/// `Unsubscribe`: ends a subscription. Whoever follows the link in a message needs no signature, unless that was asked for when the endpoint
/// confirmed; the endpoint is told, and may take it back.
struct Unsubscribe: Operation {
    static let name = "Unsubscribe"
    let catalogue: TopicCatalogue
    let correspondence: Correspondence

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let arn = try ActionInput(input).requiredText("SubscriptionArn")
        let isSigned = context.accessKeyID != nil
        guard let found = catalogue.existing(arn), found.isHTTP, found.consent.phase == .given, !isSigned else {
            // What is no HTTP endpoint's affair is its owner's.
            guard !context.isStranger else { throw Self.needsSignature }
            try await catalogue.unsubscribe(arn)
            return OperationOutput()
        }
        guard !found.consent.needsSignature else { throw Self.needsSignature }
        let topic = try catalogue.topic(found.topic)
        try await catalogue.withdraw(arn) { ended in
            correspondence.parting(ended, version: topic.signatureVersion, endpoint: context.endpoint)
        }
        return OperationOutput()
    }

    private static let needsSignature = ServiceError(
        "AuthorizationError", "A signed request is needed to end this subscription", status: 403)
}
