import AWSWire
import StorageContract
import Synchronization

/// Resources that are changed by decisions: each decision sees the one before it, readers see what is durable.
///
/// Two requests for one resource never act on the same state of it, and none of them waits for the other's disk write. Commits leave in the order
/// of the decisions; an answer leaves when its own is durable.
final class DecidedTable<Value: Sendable>: Sendable {
    /// A decision: changes the value under the key, or removes it, and names the writes that make it so.
    typealias Decision<Answer> = (_ value: inout Value?, _ mutations: inout [Mutation]) throws(ServiceError) -> Answer

    /// A value that is not durable yet, and how many commits are under way for its key.
    private struct Ahead {
        var value: Value?
        var commits: Int
    }

    private struct Submission: Sendable {
        let key: String
        let value: Value?
        let mutations: [Mutation]
        let completion: @Sendable (ServiceError?) -> Void
    }

    private struct State {
        var durable: [String: Value]
        var ahead: [String: Ahead] = [:]
        var outbox: [Submission] = []
        var isSending = false
    }

    private let store: any Store
    private let state: Mutex<State>

    /// Begins with what is stored.
    init(store: any Store, rows: [String: Value]) {
        self.store = store
        state = Mutex(State(durable: rows))
    }

    /// What is durable under a key.
    subscript(key: String) -> Value? { state.withLock { $0.durable[key] } }

    /// All that is durable, in no order.
    var values: [Value] { state.withLock { Array($0.durable.values) } }

    /// How many are durable.
    var count: Int { state.withLock { $0.durable.count } }

    /// Decides on a key's value, and answers when that is durable.
    func change<Answer: Sendable>(_ key: String, _ decide: Decision<Answer>) async throws(ServiceError) -> Answer {
        let result: Result<Answer, ServiceError> = await withCheckedContinuation { continuation in
            change(key, decide) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }

    /// The same for callers that do not wait.
    ///
    /// - Parameter completion: Runs once; on a thread of the store, or on this one when nothing was to be written.
    func change<Answer: Sendable>(
        _ key: String, _ decide: Decision<Answer>,
        completion: @escaping @Sendable (Result<Answer, ServiceError>) -> Void
    ) {
        let settled: Result<Answer, ServiceError>? = state.withLock { state in
            var value = state.ahead[key].map(\.value) ?? state.durable[key]
            var mutations: [Mutation] = []
            let result: Result<Answer, ServiceError>
            do throws(ServiceError) { result = .success(try decide(&value, &mutations)) } catch {
                result = .failure(error)
                value = state.ahead[key].map(\.value) ?? state.durable[key]
                mutations = []
            }
            // Even a refusal waits for the state it saw.
            if mutations.isEmpty, state.ahead[key] == nil { return result }
            state.ahead[key] = Ahead(value: value, commits: (state.ahead[key]?.commits ?? 0) + 1)
            state.outbox.append(
                Submission(key: key, value: value, mutations: mutations) { failure in
                    completion(failure.map { .failure($0) } ?? result)
                })
            return nil
        }
        if let settled { return completion(settled) }
        send()
    }

    /// Hands the outbox to the store, in order and never from two threads at once.
    private func send() {
        let isMine = state.withLock { state in
            defer { state.isSending = true }
            return !state.isSending
        }
        guard isMine else { return }
        while let next = nextSubmission() {
            store.commit([WriteUnit(mutations: next.mutations)]) { [self] results in settle(next, results[0]) }
        }
    }

    private func nextSubmission() -> Submission? {
        state.withLock { state in
            guard state.outbox.isEmpty else { return state.outbox.removeFirst() }
            state.isSending = false
            return nil
        }
    }

    private func settle(_ submission: Submission, _ result: UnitResult) {
        state.withLock { state in
            if result == .committed { state.durable[submission.key] = submission.value }
            guard let ahead = state.ahead[submission.key] else { return }
            state.ahead[submission.key] =
                ahead.commits > 1 ? Ahead(value: ahead.value, commits: ahead.commits - 1) : nil
        }
        switch result {
        case .committed: submission.completion(nil)
        case .conflict: submission.completion(.unavailable("the store holds another state of the resource"))
        default: submission.completion(.unavailable(result.failure?.message ?? "the store refused"))
        }
    }
}
