import ExecutionEngine
import JSONTree
import LogsService
import SQLiteStore
import StorageContract

extension Server {
    /// What `GET /_newel/health` answers: the process serves, and what somebody should look at.
    func health() -> JSON {
        var warnings: [JSON] = []
        if let bytes = store.longLogBytes { warnings.append(Self.warning("LONG_LOG", Self.longLogMessage(bytes))) }
        if engine.held.count > 0 { warnings.append(heldWarning) }
        if logs.sink.droppedCount > 0 {
            warnings.append(
                Self.warning(
                    "LOG_EVENTS_DROPPED",
                    "\(logs.sink.droppedCount) events did not get into their log groups: more came than could be written. The files of functions have all of their lines."
                ))
        }
        for failure in upkeep.lastFailures { warnings.append(Self.warning("HISTORY_UPKEEP", failure.message)) }
        return ["status": "ok", "version": .string(Version.text), "warnings": .array(warnings)]
    }

    /// What is said of a write-ahead log that has become long.
    static func longLogMessage(_ bytes: Int64) -> String {
        "The write-ahead log has \(bytes >> 20) MiB: the disk is too slow, or another program reads the database and does not end."
    }

    private var heldWarning: JSON {
        let message =
            "These executions are held: this version of Newel does not agree with their logs. Start the version that ran them last."
        return [
            "code": "EXECUTIONS_HELD", "message": .string(message), "count": .integer(Int64(engine.held.count)),
            "executions": .array(engine.held.names.map { .string($0) }),
        ]
    }

    private static func warning(_ code: String, _ message: String) -> JSON {
        ["code": .string(code), "message": .string(message)]
    }
}
