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
        var isLong = false
    }

    private let state = Monitor(State())
    private let turn: Turn
    private let longLogBytes: Int64
    private let onLongLog: (@Sendable (Int64) -> Void)?

    init(turn: Turn, options: SQLiteStoreOptions) {
        self.turn = turn
        longLogBytes = options.longLogBytes
        onLongLog = options.onLongLog
    }

    /// The bytes of a log that is long enough to be worrying; `nil` for any other.
    var longLog: Int64? { state.updateQuietly { $0.isLong ? $0.logBytes : nil } }

    /// Notes how long the log is after a commit. [writer thread]
    func logHas(bytes: Int64) {
        guard bytes > 0 else { return }
        let isUrgent = bytes >= Limits.checkpointBytes
        let (isNews, isAlarm) = state.updateQuietly { state in
            state.logBytes = bytes
            let wasLong = state.isLong
            state.isLong = bytes >= longLogBytes
            return (!state.isDirty || (isUrgent && !state.isUrgent), state.isLong && !wasLong)
        }
        if isAlarm { onLongLog?(bytes) }
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
                if code == SQLITE_OK { $0.isLong = false }
            }
            return code == SQLITE_OK
        }
    }
}
