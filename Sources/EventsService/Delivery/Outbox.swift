import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// What still has to happen, kept in the store until it has: deliveries that go one after the other, that write to other services, or that
/// failed and are tried again; and events of this machine's own that have not been looked at.
final class Outbox: Sendable {
    /// What waits.
    private enum Item: Sendable {
        /// A delivery.
        case delivery(Delivery)
        /// An event that rules have not seen.
        case event(id: String, JSON, BusKey)

        /// Items of one lane happen one after the other.
        var lane: String {
            switch self {
            case .delivery(let delivery): delivery.target.arn.text
            case .event(_, _, let bus): bus.arn
            }
        }
    }

    /// Rows of events that rules have not seen.
    static let eventKind = "events.unseen"

    private let store: any Store
    private let items: AsyncStream<(item: Item, after: Duration)>
    private let queue: AsyncStream<(item: Item, after: Duration)>.Continuation
    /// Waits; throws when cancelled.
    private let pause: @Sendable (Duration) async throws -> Void

    /// Takes up what an earlier process left.
    init(store: any Store, pause: @escaping @Sendable (Duration) async throws -> Void) throws(StoreError) {
        self.store = store
        self.pause = pause
        (items, queue) = AsyncStream.makeStream()
        for kind in [Self.eventKind, Delivery.kind] {
            try store.eachResource(kind: kind) { [queue] key, bytes throws(StoreError) in
                // Why the bytes are no JSON does not matter: either way the row is damaged.
                guard let json = try? JSON.parse(bytes), let item = Self.item(kind, key, json) else {
                    throw .damaged(kind: kind, key: key)
                }
                queue.yield((item, .zero))
            }
        }
    }

    /// The write that keeps a delivery; it is tried once that is durable.
    func prepare(_ delivery: Delivery, after span: Duration = .zero) -> PreparedWrite {
        PreparedWrite(mutations: [row(of: delivery)]) { [queue] isCommitted in
            if isCommitted { queue.yield((.delivery(delivery), span)) }
        }
    }

    /// The write that keeps an event for the rules of a bus.
    func prepare(_ event: JSON, id: String, on bus: BusKey) -> PreparedWrite {
        let bytes = JSON.object(["bus": .string(bus.arn), "event": event]).bytes
        return PreparedWrite(mutations: [.putResource(kind: Self.eventKind, key: id, bytes: bytes)]) {
            [queue] isCommitted in
            if isCommitted { queue.yield((.event(id: id, event, bus), .zero)) }
        }
    }

    /// Does what waits, until cancelled; what is left then is taken up by the next process.
    func run(_ courier: Courier) async {
        await withDiscardingTaskGroup { group in
            var lanes: [String: AsyncStream<Item>.Continuation] = [:]
            for await (item, span) in items {
                guard span == .zero else {
                    group.addTask {
                        // Cancelled: the row stays.
                        do { try await self.pause(span) } catch { return }
                        self.queue.yield((item, .zero))
                    }
                    continue
                }
                if lanes[item.lane] == nil {
                    let (waiting, lane) = AsyncStream<Item>.makeStream()
                    lanes[item.lane] = lane
                    group.addTask { for await item in waiting { await self.perform(item, courier) } }
                }
                lanes[item.lane]?.yield(item)
            }
        }
    }

    private func perform(_ item: Item, _ courier: Courier) async {
        switch item {
        case .event(let id, let event, let bus):
            let context = RequestContext(territory: bus.territory, requestID: id, endpoint: "")
            let writes = await courier.writes(for: event, on: bus, in: context)
            await finish(item, writes, deleting: .deleteResource(kind: Self.eventKind, key: id))
        case .delivery(var delivery):
            let done = Mutation.deleteResource(kind: Delivery.kind, key: delivery.id)
            do throws(ServiceError) {
                await finish(item, try await courier.effects(of: delivery), deleting: done)
            } catch {
                if error.isPassing { delivery.failures += 1 }
                let condition = delivery.exhausted(at: courier.surroundings.clock.now)
                guard error.isPassing, condition == nil else {
                    return await finish(
                        item, await courier.giveUp(delivery, error, exhausted: condition), deleting: done)
                }
                // A store that fails here keeps the row as it was: the delivery is tried once more than it should be.
                _ = await store.commit(WriteUnit(mutations: [row(of: delivery)]))
                queue.yield((.delivery(delivery), delivery.pause))
            }
        }
    }

    /// Commits what an item led to, together with its end.
    private func finish(_ item: Item, _ writes: [PreparedWrite], deleting row: Mutation) async {
        do throws(StoreError) {
            try await store.commit(writes + [PreparedWrite(mutations: [row]) { _ in }])
        } catch {
            // The store is ill: all of it comes again a little later.
            queue.yield((item, .seconds(1)))
        }
    }

    private func row(of delivery: Delivery) -> Mutation {
        .putResource(kind: Delivery.kind, key: delivery.id, bytes: delivery.json.bytes)
    }

    private static func item(_ kind: String, _ key: String, _ json: JSON) -> Item? {
        guard kind == eventKind else { return Delivery(id: key, json: json).map { .delivery($0) } }
        guard let event = json["event"], let bus = json["bus"]?.stringValue.flatMap({ ARN($0) }).flatMap(BusKey.init)
        else { return nil }
        return .event(id: key, event, bus)
    }
}
