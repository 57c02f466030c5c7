import JSONTree
import ResourceNames
import StorageContract

/// Letters that ask an endpoint for its consent, or tell it that its subscription has ended.
///
/// Source: Amazon SNS developer guide, "HTTP/HTTPS subscription confirmation JSON format" and "… unsubscribe confirmation JSON format".
struct Correspondence: Sendable {
    /// Carries them.
    let letters: LetterBox
    /// Signs them.
    let signer: MessageSigner
    /// Time and ids.
    let surroundings: Surroundings

    /// The writes that ask for consent; the letter leaves once they are durable.
    ///
    /// - Parameter endpoint: What URLs start with.
    func asking(_ subscription: Subscription, version: String, endpoint: String) -> [PreparedWrite] {
        writes(
            .subscriptionConfirmation, subscription, version, endpoint,
            "You have chosen to subscribe to the topic \(subscription.topic.arn).\nTo confirm the subscription, visit the SubscribeURL included in this message."
        )
    }

    /// The writes that tell of the end.
    func parting(_ subscription: Subscription, version: String, endpoint: String) -> [PreparedWrite] {
        writes(
            .unsubscribeConfirmation, subscription, version, endpoint,
            "You have chosen to deactivate subscription \(subscription.arn).\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message."
        )
    }

    private func writes(
        _ kind: Letter.Kind, _ subscription: Subscription, _ version: String, _ endpoint: String, _ message: String
    ) -> [PreparedWrite] {
        let (id, now, topic) = (surroundings.uuid(), surroundings.clock.now.iso8601, subscription.topic.arn)
        let token = subscription.consent.token ?? ""
        let url = "\(endpoint)/?Action=ConfirmSubscription&TopicArn=\(topic)&Token=\(token)"
        let signature = signer.signature(
            of: [
                ("Message", message), ("MessageId", id), ("SubscribeURL", url), ("Timestamp", now), ("Token", token),
                ("TopicArn", topic), ("Type", kind.rawValue),
            ], version: version)
        let body = Envelope.text([
            ("Type", kind.rawValue), ("MessageId", id), ("Token", token), ("TopicArn", topic), ("Message", message),
            ("SubscribeURL", url), ("Timestamp", now), ("SignatureVersion", version), ("Signature", signature),
            ("SigningCertURL", endpoint + signer.certificatePath),
        ])
        let letter = Letter(id: surroundings.uuid(), kind: kind, messageID: id, to: subscription, body: body)
        return [letters.prepare(letter)] + signer.unkept
    }
}
