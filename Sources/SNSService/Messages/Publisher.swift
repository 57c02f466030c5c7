import AWSWire
import HandlerContract
import ResourceNames
import StorageContract

/// Works out what publishing means: one set of writes with all messages to queues and all invocations of functions.
struct Publisher: Sendable {
    /// Topics and who wants to hear.
    let catalogue: TopicCatalogue
    /// Carries what goes to HTTP endpoints.
    let letters: LetterBox
    /// Signs what is not raw.
    let signer: MessageSigner
    /// Takes what nobody takes.
    let undelivered: Undelivered

    /// A publish worked out, not done.
    struct Prepared: Sendable {
        /// What the publisher is told.
        let receipt: PublishReceipt
        /// All it leads to.
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
        if let id = publication.deduplicationID {
            let isByGroup = try catalogue.topic(key).get("FifoThroughputScope") == "MessageGroup"
            keys.append("\(key.arn)/d\(isByGroup ? "\(publication.groupID ?? "")/" : "")\(id)")
        }
        if !idempotencyKey.isEmpty { keys.append("\(key.arn)/k\(idempotencyKey)") }
        while true {
            let now = surroundings.clock.now
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
        do throws(StoreError) { try await catalogue.store.commit(writes) } catch { throw .store(error) }
    }

    private func writes(
        _ publication: Publication, _ receipt: PublishReceipt, _ key: TopicKey, _ keys: [String], _ expired: [String],
        _ now: Timestamp,
        _ context: RequestContext
    ) async throws(ServiceError) -> [PreparedWrite] {
        var writes: [PreparedWrite] = []
        let (topic, subscriptions) = try catalogue.audience(key)
        // What is signed differs by protocol at most.
        var signatures: [String: String] = [:]
        for subscription in subscriptions where subscription.consent.phase == .given {
            if let filter = subscription.filter,
                !filter.accepts(message: publication.message, attributes: publication.attributes)
            {
                continue
            }
            var signature = ""
            if !subscription.isRaw, !key.isFIFO {
                signature =
                    signatures[subscription.protocolName]
                    ?? signer.signature(
                        of: Notification.signed(publication, receipt, to: subscription, at: now),
                        version: topic.signatureVersion)
                signatures[subscription.protocolName] = signature
            }
            let notification = Notification(
                publication: publication, receipt: receipt, subscription: subscription, sentAt: now,
                endpoint: context.endpoint, signatureVersion: topic.signatureVersion, signature: signature,
                certificatePath: signer.certificatePath)
            do throws(ServiceError) {
                writes += try await prepareDelivery(notification, context)
            } catch {
                for write in writes { write.settled(false) }
                throw error
            }
        }
        if !signatures.isEmpty { writes += signer.unkept }
        if !keys.isEmpty || !expired.isEmpty { writes.append(ownWrite(receipt, keys, expired, now)) }
        if let tell = catalogue.surroundings.published {
            writes.append(telling(tell, of: publication, receipt, key, now))
        }
        return writes
    }

    /// A queue or function that refuses (it is gone, the message is too long) does not get it; the publish goes on, as in AWS, and the message
    /// goes to the dead letters of the subscription.
    private func prepareDelivery(_ notification: Notification, _ context: RequestContext) async throws(ServiceError)
        -> [PreparedWrite]
    {
        let subscription = notification.subscription
        if subscription.isHTTP { return [letters.prepare(notification.letter(id: catalogue.surroundings.uuid()))] }
        guard let arn = ARN(subscription.endpoint) else { return [] }
        // An id of its own: an invocation is stored under it.
        var nested = RequestContext(
            territory: Territory(account: arn.account, region: arn.region), requestID: catalogue.surroundings.uuid(),
            endpoint: context.endpoint)
        nested.depth = context.depth + 1
        nested.sender = subscription.topic.asService
        do throws(ServiceError) {
            let prepare = catalogue.surroundings.prepare
            let effects =
                subscription.protocolName == "lambda"
                ? try await prepare("lambda", "Invoke", notification.invokeInput, nested)
                : try await prepare("sqs", "SendMessage", notification.sendMessageInput, nested)
            return effects.compactMap { $0 as? PreparedWrite }
        } catch {
            guard error.status < 500 else { throw error }
            return await undelivered.writes(
                notification.deadLetter, of: subscription, "\(error.code): \(error.message)")
        }
    }

    /// Writes nothing; tells those who look on when the rest of the unit is durable.
    private func telling(
        _ tell: @escaping @Sendable (_ message: PublishedMessage) -> Void, of publication: Publication,
        _ receipt: PublishReceipt, _ key: TopicKey, _ now: Timestamp
    ) -> PreparedWrite {
        let told = PublishedMessage(
            topic: key.arn, id: receipt.messageID, message: publication.message, subject: publication.subject, at: now)
        return PreparedWrite(mutations: []) { isCommitted in if isCommitted { tell(told) } }
    }

    private func ownWrite(
        _ receipt: PublishReceipt, _ keys: [String], _ expired: [String], _ now: Timestamp
    ) -> PreparedWrite {
        let expiresAt = now + Limits.deduplicationWindow
        var mutations: [Mutation] = expired.map { .deleteResource(kind: ResourceKind.deduplication, key: $0) }
        mutations += keys.map {
            .putResource(kind: ResourceKind.deduplication, key: $0, bytes: receipt.row(expiresAt: expiresAt))
        }
        let settlement = Settlement { isCommitted in catalogue.memory.settle(keys, isCommitted: isCommitted) }
        return PreparedWrite(mutations: mutations, settled: settlement.settle)
    }
}
