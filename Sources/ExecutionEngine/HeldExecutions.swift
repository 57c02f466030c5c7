import ResourceNames
import Synchronization

/// Executions whose log and this build disagree: they stay RUNNING, and somebody should know.
///
/// An execution is found out when its first input since the start of the process arrives, and stays held as long as the process lives.
package final class HeldExecutions: Sendable {
    private struct State {
        var count = 0
        var names: [String] = []
        var seen: Set<String> = []
    }

    /// How many are named.
    private static let namesMax = 100
    /// How many are told apart; beyond, one that is met twice counts twice.
    private static let seenMax = 100_000

    private let state = Mutex(State())

    /// How many there are.
    package var count: Int { state.withLock { $0.count } }

    /// The ARNs of the first hundred, in the order in which they were met.
    package var names: [String] { state.withLock { $0.names } }

    /// Notes one.
    func insert(_ execution: ExecutionARN) {
        let name = execution.text
        state.withLock { state in
            guard !state.seen.contains(name) else { return }
            if state.seen.count < Self.seenMax { state.seen.insert(name) }
            state.count += 1
            if state.names.count < Self.namesMax { state.names.append(name) }
        }
    }
}
