import AWSWire
import JSONTree
import Logging
import ResourceNames
import StorageContract

/// Triggers rules by their schedules. What is due while no process runs does not happen.
struct Scheduler: Sendable {
    private let courier: Courier
    private let store: any Store
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    /// What is due before this instant belongs to an earlier process.
    private let start: Timestamp

    /// Due instants of one rule that are made up for when a timer comes late.
    private static let lateMax = 100
    /// The longest sleep: a machine that was suspended does not count it.
    private static let sleepMax = Duration.seconds(3_600)

    /// Watches the rules of a catalogue.
    init(courier: Courier, store: any Store) {
        self.courier = courier
        self.store = store
        start = courier.surroundings.clock.now
        let (wakes, waker) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        (self.wakes, self.waker) = (wakes, waker)
        courier.catalogue.onChange { waker.yield() }
        waker.yield()
    }

    /// Runs until cancelled.
    func run() async {
        let clock = courier.surroundings.clock
        var cursor = start
        for await _ in wakes {
            let now = clock.now
            var nearest: Timestamp?
            for rule in courier.catalogue.scheduled {
                guard let schedule = rule.schedule else { continue }
                var next = schedule.next(after: max(cursor, rule.createdAt), since: rule.createdAt)
                var count = 0
                while let instant = next, instant <= now, count < Self.lateMax {
                    await trigger(rule, at: instant)
                    next = schedule.next(after: instant, since: rule.createdAt)
                    count += 1
                }
                if let next { nearest = min(nearest ?? next, next) }
            }
            cursor = now
            guard let nearest else { continue }
            clock.after(min(max(.zero, nearest - clock.now), Self.sleepMax)) { [waker] in waker.yield() }
        }
    }

    private func trigger(_ rule: Rule, at instant: Timestamp) async {
        let surroundings = courier.surroundings
        let territory = rule.id.bus.territory
        let id = surroundings.uuid()
        let event = Event.json(
            id: id, detailType: "Scheduled Event", source: "aws.events", at: instant, in: territory,
            resources: [.string(rule.id.arn)], detail: .emptyObject)
        let context = RequestContext(territory: territory, requestID: id, endpoint: "")
        do throws(StoreError) {
            try await store.commit(await courier.writes(for: event, of: rule, in: context))
        } catch {
            surroundings.logger.error(
                "a scheduled event was lost", metadata: ["rule.arn": "\(rule.id.arn)", "reason": "\(error.message)"])
        }
    }
}
