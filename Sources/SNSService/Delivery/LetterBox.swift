import AWSWire
import JSONTree
import OutboundHTTP
import ResourceNames
import StorageContract
import Synchronization

/// Letters to HTTP endpoints, kept in the store until they are there or given up.
final class LetterBox: Sendable {
    /// Sends a request somewhere else.
    typealias Send = SNSService.Send

    private let letters: AsyncStream<(letter: Letter, after: Duration)>
    private let queue: AsyncStream<(letter: Letter, after: Duration)>.Continuation
    private let store: any Store
    private let send: Send
    /// Waits; throws when cancelled.
    private let pause: @Sendable (Duration) async throws -> Void
    /// When an endpoint that is not to be hurried may get its next letter, by subscription.
    private let turns = Mutex<[String: Timestamp]>([:])

    /// Takes up what an earlier process left.
    init(
        store: any Store, send: @escaping Send, pause: @escaping @Sendable (Duration) async throws -> Void
    ) throws(StoreError) {
        (self.store, self.send, self.pause) = (store, send, pause)
        (letters, queue) = AsyncStream.makeStream()
        try store.eachResource(kind: Letter.rowKind) { [queue] key, bytes throws(StoreError) in
            // Why the bytes are no JSON does not matter: either way the row is damaged.
            guard let json = try? JSON.parse(bytes), let letter = Letter(id: key, json: json) else {
                throw .damaged(kind: Letter.rowKind, key: key)
            }
            queue.yield((letter, .zero))
        }
    }

    /// The write that keeps a letter; it is sent once that is durable.
    func prepare(_ letter: Letter) -> PreparedWrite {
        PreparedWrite(mutations: [Self.row(of: letter)]) { [queue] isCommitted in
            if isCommitted { queue.yield((letter, .zero)) }
        }
    }

    /// Sends what waits, until cancelled; what is left then is taken up by the next process.
    func run(_ catalogue: TopicCatalogue, _ undelivered: Undelivered) async {
        await withDiscardingTaskGroup { group in
            for await (letter, span) in letters {
                group.addTask {
                    if span > .zero {
                        // Cancelled: the row stays.
                        do { try await self.pause(span) } catch { return }
                    }
                    await self.deliver(letter, catalogue, undelivered)
                }
            }
        }
    }

    private func deliver(_ letter: Letter, _ catalogue: TopicCatalogue, _ undelivered: Undelivered) async {
        // A subscription that is gone gets nothing more, but for the word that it is gone.
        let found = catalogue.existing(letter.subscription)
        guard let found else { return await finish(letter, []) }
        let policy = catalogue.deliveryPolicy(of: found)
        if let wait = turn(of: letter, policy.rate, catalogue.surroundings.clock.now) {
            return enqueue(letter, after: wait)
        }
        let failure: String
        do throws(OutboundError) {
            let answer = try await send(letter.request(contentType: policy.contentType))
            switch answer.status {
            case 200..<300: return await finish(letter, [])
            // What the endpoint finds wrong with the message will not get better; being asked too often will.
            case 400..<500 where answer.status != 429:
                return await finish(letter, await undelivered.writes(letter, to: found))
            default: failure = "HTTP \(answer.status)"
            }
        } catch {
            // The server is closing: the row stays.
            if error.code == .cancelled { return }
            failure = error.message
        }
        undelivered.note(letter, failure)
        var letter = letter
        letter.failures += 1
        guard let pause = policy.pause(beforeRetry: letter.failures) else {
            return await finish(letter, await undelivered.writes(letter, to: found))
        }
        // A store that fails here keeps the row as it was: the letter is sent once more than it should be.
        _ = await store.commit(WriteUnit(mutations: [Self.row(of: letter)]))
        enqueue(letter, after: pause)
    }

    private func enqueue(_ letter: Letter, after span: Duration) { queue.yield((letter, span)) }

    /// How long a letter must wait for its turn at a bounded rate; `nil` when it is its turn, which it takes.
    private func turn(of letter: Letter, _ rate: Int?, _ now: Timestamp) -> Duration? {
        guard let rate else { return nil }
        return turns.withLock { turns in
            let next = turns[letter.subscription] ?? now
            guard next <= now else { return next - now }
            turns[letter.subscription] = now + .milliseconds(1_000 / rate)
            return nil
        }
    }

    /// Commits what the end of a letter leads to, together with that end.
    private func finish(_ letter: Letter, _ writes: [PreparedWrite]) async {
        let row = Mutation.deleteResource(kind: Letter.rowKind, key: letter.id)
        do throws(StoreError) {
            try await store.commit(writes + [PreparedWrite(mutations: [row]) { _ in }])
        } catch {
            // The store is ill: the letter comes again a little later.
            enqueue(letter, after: .seconds(1))
        }
    }

    private static func row(of letter: Letter) -> Mutation {
        .putResource(kind: Letter.rowKind, key: letter.id, bytes: letter.json.bytes)
    }
}
