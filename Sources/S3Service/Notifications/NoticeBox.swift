import AWSWire
import JSONTree
import Logging
import ResourceNames
import StorageContract
import Synchronization

/// Tells of objects: what is to be told is written with the object itself, and kept until it has been told.
final class NoticeBox: Sendable {
    /// A notice with the pause before it.
    private typealias Item = (notice: Notice, after: Duration)

    private let store: any Store
    private let buckets: BucketTable
    private let surroundings: Surroundings
    private let clock: any WallClock
    private let ids: ContentIDs
    private let items: AsyncStream<Item>
    private let queue: AsyncStream<Item>.Continuation
    private let lastSequencer = Mutex<UInt64>(0)

    /// Takes up what an earlier process left, in its order.
    init(
        store: any Store, buckets: BucketTable, surroundings: Surroundings, clock: any WallClock, ids: ContentIDs
    ) throws(StoreError) {
        (self.store, self.buckets, self.surroundings, self.clock, self.ids) = (store, buckets, surroundings, clock, ids)
        (items, queue) = AsyncStream.makeStream()
        try store.eachResource(kind: Notice.kind) { [queue] key, bytes throws(StoreError) in
            // Why the bytes are no JSON does not matter: either way the row is damaged.
            guard let json = try? JSON.parse(bytes), let notice = Notice(id: key, json: json) else {
                throw .damaged(kind: Notice.kind, key: key)
            }
            queue.yield((notice, .zero))
        }
    }

    /// The writes that go with an object's: everybody is told once they are durable.
    func writes(for kind: ObjectEvent.Kind, _ place: ObjectPlace, _ row: ObjectRow?, by origin: ObjectEvent.Origin)
        -> [PreparedWrite]
    {
        // A bucket that is being written into is there.
        guard let bucket = try? buckets.bucket(place.bucket), let configuration = NotificationConfiguration.of(bucket)
        else { return [] }
        let event = ObjectEvent(
            kind: kind, place: place, row: row, origin: origin, at: clock.now, sequencer: nextSequencer())
        var writes = configuration.rules.filter { $0.wants(kind.rawValue, of: place.key) }.map { rule in
            prepare(
                Notice(
                    id: ids.next(), bucket: bucket.name, rule: rule,
                    text: event.message(for: rule, in: bucket).text, depth: origin.depth + 1, acceptedAt: event.at))
        }
        if configuration.tellsEventBus {
            let (type, detail) = event.busEvent(in: bucket)
            writes.append(
                surroundings.announce(
                    type, bucket.arn, detail, Territory(account: bucket.account, region: bucket.region)))
        }
        return writes
    }

    /// Asks the targets of a configuration whether S3 may tell them; queues and topics get a word to try it.
    ///
    /// - Returns: The writes of those words.
    /// - Throws: `InvalidArgument` in AWS's words.
    func trial(_ configuration: NotificationConfiguration, of bucket: Bucket, in request: RequestContext)
        async throws(ServiceError) -> [PreparedWrite]
    {
        var writes: [PreparedWrite] = []
        let word: JSON = [
            "Service": "Amazon S3", "Event": "s3:TestEvent", "Time": .string(clock.now.iso8601),
            "Bucket": .string(bucket.name), "RequestId": .string(request.requestID),
            "HostId": .string(request.requestID),
        ]
        for rule in configuration.rules {
            let (service, action, input) = rule.target.call(word.text)
            var call = input.objectValue ?? [:]
            if case .function = rule.target { call["InvocationType"] = "DryRun" }
            guard rule.target.arn.region == bucket.region else {
                throw .invalidArgument(
                    "The notification destination service region is not valid for the bucket location constraint",
                    rule.target.arn.text, rule.target.arn.region)
            }
            let context = rule.target.context(of: bucket, requestID: request.requestID)
            do throws(ServiceError) {
                writes += try await surroundings.prepare(service, action, .object(call), context)
                    .compactMap { $0 as? PreparedWrite }
            } catch {
                // What was reserved for the others is given back.
                for write in writes { write.settled(false) }
                throw .invalidArgument(
                    "Unable to validate the following destination configurations", rule.target.arn.text,
                    "\(error.code): \(error.message)")
            }
        }
        return writes
    }

    /// Tells what waits, until cancelled; what is left then is taken up by the next process.
    func run() async {
        await withDiscardingTaskGroup { group in
            var lanes: [String: AsyncStream<Notice>.Continuation] = [:]
            for await (notice, span) in items {
                guard span == .zero else {
                    group.addTask {
                        // Cancelled: the row stays.
                        do { try await self.surroundings.pause(span) } catch { return }
                        self.queue.yield((notice, .zero))
                    }
                    continue
                }
                // One target hears of things in their order, and waits for no other.
                let name = notice.target.arn.text
                if lanes[name] == nil {
                    let (waiting, lane) = AsyncStream<Notice>.makeStream()
                    lanes[name] = lane
                    group.addTask { for await notice in waiting { await self.deliver(notice) } }
                }
                lanes[name]?.yield(notice)
            }
        }
    }

    private func prepare(_ notice: Notice) -> PreparedWrite {
        PreparedWrite(mutations: [Self.row(of: notice)]) { [queue] isCommitted in
            if isCommitted { queue.yield((notice, .zero)) }
        }
    }

    private func deliver(_ notice: Notice) async {
        // A bucket that is gone tells nothing more.
        guard let bucket = try? buckets.bucket(notice.bucket) else { return await finish(notice, []) }
        let (service, action, input) = notice.target.call(notice.text)
        var context = notice.target.context(of: bucket, requestID: notice.id)
        context.depth = notice.depth
        do throws(ServiceError) {
            let effects = try await surroundings.prepare(service, action, input, context)
            await finish(notice, effects.compactMap { $0 as? PreparedWrite })
        } catch {
            var notice = notice
            notice.failures += 1
            guard error.isPassing, clock.now - notice.acceptedAt < .seconds(Limits.noticeAgeSecondsMax) else {
                surroundings.logger.warning(
                    "a notification of a bucket could not be delivered",
                    metadata: [
                        "bucket": "\(notice.bucket)", "target.arn": "\(notice.target.arn.text)",
                        "reason": "\(error.code): \(error.message)",
                    ])
                return await finish(notice, [])
            }
            // A store that fails here keeps the row as it was: the notice is tried once more than it should be.
            _ = await store.commit(WriteUnit(mutations: [Self.row(of: notice)]))
            queue.yield((notice, notice.pause))
        }
    }

    /// Commits what a notice led to, together with its end.
    private func finish(_ notice: Notice, _ writes: [PreparedWrite]) async {
        let row = Mutation.deleteResource(kind: Notice.kind, key: notice.id)
        do throws(StoreError) {
            try await store.commit(writes + [PreparedWrite(mutations: [row]) { _ in }])
        } catch {
            // The store is ill: the notice comes again a little later.
            queue.yield((notice, .seconds(1)))
        }
    }

    private func nextSequencer() -> UInt64 {
        let now = UInt64(clamping: clock.now.milliseconds) << 20
        return lastSequencer.withLock { last in
            last = max(last + 1, now)
            return last
        }
    }

    private static func row(of notice: Notice) -> Mutation {
        .putResource(kind: Notice.kind, key: notice.id, bytes: notice.json.bytes)
    }
}
