import AWSWire
import HandlerContract
import ResourceNames
import StorageContract

/// Works out what publishing means: one set of writes with all queue deliveries and the obligations towards functions.
struct Publisher: Sendable {
    let catalogue: TopicCatalogue
    /// What hands events to functions.
    let deliveries: FunctionDeliveries
    /// What signatures are made with.
    let signingKey: [UInt8]

    /// A publish worked out, not done.
    struct Prepared: Sendable {
        let receipt: PublishReceipt
        let writes: [PreparedWrite]
    }

    /// Works out one publish.
    ///
    /// - Parameter idempotencyKey: Empty, or a key under which a repeat is recognised.
    func prepare(
        _ publication: Publication, to key: TopicKey, in context: RequestContext, idempotencyKey: String = ""
    ) async throws(ServiceError) -> Prepared {
        let surroundings = catalogue.surroundings
        var keys: [String] = []
        if let id = publication.deduplicationID { keys.append("\(key.arn)/d\(id)") }
        if !idempotencyKey.isEmpty { keys.append("\(key.arn)/k\(idempotencyKey)") }
        while true {
            let now = surroundings.now()
            let receipt = PublishReceipt(
                messageID: surroundings.uuid(),
                sequenceNumber: key.isFIFO ? catalogue.memory.nextSequenceNumber(now) : nil)
            switch catalogue.memory.note(keys, receipt, now) {
            case .known(let earlier): return Prepared(receipt: earlier, writes: [])
            case .pending(let key): await catalogue.memory.wait(for: key)
            case .new(let expired):
                do throws(ServiceError) {
                    let writes = try await writes(publication, receipt, key, keys, expired, now, context)
                    return Prepared(receipt: receipt, writes: writes)
                } catch {
                    catalogue.memory.settle(keys, isCommitted: false)
                    throw error
                }
            }
        }
    }

    /// Commits prepared publishes in one unit and settles them.
    func commit(_ writes: [PreparedWrite]) async throws(ServiceError) {
        let mutations = writes.flatMap(\.mutations)
        guard !mutations.isEmpty else {
            for write in writes { write.settled(true) }
            return
        }
        let result = await withCheckedContinuation { (continuation: CheckedContinuation<UnitResult, Never>) in
            catalogue.store.commit([WriteUnit(mutations: mutations)]) { results in
                let result = results.first ?? .failed(StoreError(.unavailable, "The store gave no result."))
                for write in writes { write.settled(result == .committed) }
                continuation.resume(returning: result)
            }
        }
        if let error = ServiceError.of(result) { throw error }
    }

    private func writes(
        _ publication: Publication, _ receipt: PublishReceipt, _ key: TopicKey, _ keys: [String], _ expired: [String],
        _ now: Timestamp,
        _ context: RequestContext
    ) async throws(ServiceError) -> [PreparedWrite] {
        var writes: [PreparedWrite] = []
        var calls: [FunctionDelivery] = []
        for subscription in try catalogue.audience(key).subscriptions {
            if let filter = subscription.filter,
                !filter.accepts(message: publication.message, attributes: publication.attributes)
            {
                continue
            }
            let notification = Notification(
                publication: publication, receipt: receipt, subscription: subscription, sentAt: now,
                endpoint: context.endpoint,
                signingKey: signingKey)
            if subscription.protocolName == "lambda" {
                calls.append(
                    FunctionDelivery(
                        id: catalogue.surroundings.uuid(), function: subscription.endpoint, event: notification.event,
                        endpoint: context.endpoint))
            } else {
                do throws(ServiceError) {
                    writes += try await prepareQueueDelivery(notification, context)
                } catch {
                    for write in writes { write.settled(false) }
                    throw error
                }
            }
        }
        if !keys.isEmpty || !calls.isEmpty || !expired.isEmpty {
            writes.append(ownWrite(receipt, keys, expired, calls, now))
        }
        return writes
    }

    /// A queue that refuses the message (it is gone, the message is too long) does not get it; the publish goes on, as in AWS.
    private func prepareQueueDelivery(_ notification: Notification, _ context: RequestContext)
        async throws(ServiceError) -> [PreparedWrite]
    {
        guard let arn = ARN(notification.subscription.endpoint) else { return [] }
        var nested = RequestContext(
            territory: Territory(account: arn.account, region: arn.region), requestID: context.requestID,
            endpoint: context.endpoint)
        nested.depth = context.depth + 1
        do throws(ServiceError) {
            let answer = try await catalogue.surroundings.deliver(
                DeliveryCall(
                    service: "sqs", action: "SendMessage", input: notification.sendMessageInput, context: nested,
                    preparing: true))
            return answer.effects.compactMap { $0 as? PreparedWrite }
        } catch {
            guard error.status < 500 else { throw error }
            return []
        }
    }

    private func ownWrite(
        _ receipt: PublishReceipt, _ keys: [String], _ expired: [String], _ calls: [FunctionDelivery], _ now: Timestamp
    ) -> PreparedWrite {
        let expiresAt = now + Limits.deduplicationWindow
        var mutations: [Mutation] = expired.map { .deleteResource(kind: ResourceKind.deduplication, key: $0) }
        mutations += keys.map {
            .putResource(kind: ResourceKind.deduplication, key: $0, bytes: receipt.row(expiresAt: expiresAt))
        }
        mutations += calls.map { .putResource(kind: ResourceKind.delivery, key: $0.id, bytes: $0.bytes) }
        let settlement = Settlement { isCommitted in
            catalogue.memory.settle(keys, isCommitted: isCommitted)
            guard isCommitted else { return }
            for call in calls { deliveries.start(call) }
        }
        return PreparedWrite(mutations: mutations, settled: settlement.settle)
    }
}
