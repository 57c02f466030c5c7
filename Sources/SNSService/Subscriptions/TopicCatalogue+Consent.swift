import AWSWire
import Digests
import ResourceNames
import StorageContract

extension TopicCatalogue {
    /// A token that nobody can guess, as long as AWS's are.
    static func freshToken() -> String { Digests.hex(SecureRandom.bytes(104)) }

    /// Takes an endpoint's yes; a second one with the same token changes nothing.
    func confirm(
        _ token: String, of key: TopicKey, needsSignature: Bool
    ) async throws(ServiceError) -> Subscription {
        _ = try topic(key)
        let now = surroundings.clock.now
        guard let found = all(of: key).first(where: { $0.consent.token == token }), !found.consent.isOver(at: now)
        else {
            throw .invalid("Token")
        }
        guard found.consent.phase != .given else { return found }
        return try await replace(found.arn) { subscription throws(ServiceError) in
            guard subscription.consent.token == token else { throw .invalid("Token") }
            subscription.consent.phase = .given
            subscription.consent.since = now
            subscription.consent.needsSignature = needsSignature
        }
    }

    /// Ends the subscription of an endpoint, which may take that back for a while.
    ///
    /// - Parameter tell: The writes that tell the endpoint.
    func withdraw(_ arn: String, tell: (Subscription) -> [PreparedWrite]) async throws(ServiceError) {
        let now = surroundings.clock.now
        _ = try await replace(
            arn,
            { subscription throws(ServiceError) in
                subscription.consent = Consent(.withdrawn, token: Self.freshToken(), since: now)
            }, with: tell)
    }

    /// How patiently the endpoint of a subscription is tried. Policies were checked when they were set.
    func deliveryPolicy(of subscription: Subscription) -> DeliveryPolicy {
        let topic = try? topic(subscription.topic)
        let policy = try? DeliveryPolicy(
            subscription: subscription.get("DeliveryPolicy"), topic: topic?.get("DeliveryPolicy"))
        return policy ?? .standard
    }

    /// Removes subscriptions whose endpoints never said yes, or said no long ago.
    func expire() async throws(ServiceError) {
        let now = surroundings.clock.now
        for subscription in everything where subscription.consent.isOver(at: now) {
            try await remove(subscription.arn)
        }
    }
}
