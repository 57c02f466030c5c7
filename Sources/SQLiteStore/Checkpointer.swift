import CSQLite
import StorageContract

/// Moves the log's pages into the database on a thread and a connection of its own, so that the log stays short and no
/// commit waits for it longer than one small sync.
final class Checkpointer: Sendable {
    private struct State {
        var isDirty = false
        var isUrgent = false
        var isClosing = false
        var logBytes: Int64 = 0
    }

    private let state = Monitor(State())
    private let turn: Turn

    init(turn: Turn) { self.turn = turn }

    /// Notes how long the log is after a commit. [writer thread]
    func logHas(bytes: Int64) {
        guard bytes > 0 else { return }
        let isUrgent = bytes >= Limits.checkpointBytes
        let isNews = state.updateQuietly {
            $0.logBytes = bytes
            return !$0.isDirty || (isUrgent && !$0.isUrgent)
        }
        guard isNews else { return }
        state.update {
            $0.isDirty = true
            $0.isUrgent = isUrgent
        }
    }

    /// Ends `run`.
    func close() { state.update { $0.isClosing = true } }

    /// Checkpoints whenever there is something to move, until closed. [checkpoint thread]
    func run(on connection: Connection) {
        while state.wait(until: { state -> Bool? in state.isClosing ? false : state.isDirty ? true : nil }) {
            pause(milliseconds: Limits.checkpointPauseMilliseconds) { $0.isUrgent }
            if !checkpoint(connection) { pause(milliseconds: Limits.checkpointRetryMilliseconds) { _ in false } }
        }
    }

    private func pause(milliseconds: Int, until isOver: (State) -> Bool) {
        _ = state.wait(atMostMilliseconds: milliseconds) { $0.isClosing || isOver($0) ? true : nil }
    }

    /// Moves most pages while commits go on, then the rest during one turn, so that the next commit begins the log again.
    ///
    /// - Returns: Whether it did; a reader in the way or a full disk make it a matter of another try.
    private func checkpoint(_ connection: Connection) -> Bool {
        sqlite3_wal_checkpoint_v2(connection.handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        connection.waitForReaders(tries: Limits.checkpointTries(logBytes: state.updateQuietly { $0.logBytes }))
        return turn.take {
            let code = sqlite3_wal_checkpoint_v2(connection.handle, nil, SQLITE_CHECKPOINT_RESTART, nil, nil)
            state.updateQuietly {
                $0.isDirty = code != SQLITE_OK
                $0.isUrgent = false
            }
            return code == SQLITE_OK
        }
    }
}
