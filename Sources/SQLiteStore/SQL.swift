/// Every statement that is prepared once per connection.
enum SQL: Int, CaseIterable {
    case begin, beginWriting, commit, savepoint, release, rollbackTo
    case hasExecution, hasKeptName, insertExecution, replaceExecution, updateExecution, deleteExecution
    case machineID, machines, insertMachine, machineName, deleteUnusedMachine
    case lastRecord, insertRecord, deleteRecords
    case putDeadline, deleteDeadline
    case putObligation, deleteObligation, deleteObligations
    case hasOpenTask, putOpenTask, deleteOpenTask, deleteOpenTasks
    case addToInbox, deleteFromInbox
    case putDefinition
    case hasResource, putResource, deleteResource, deleteResources
    case putMessage, updateMessage, deleteMessage, deleteMessages
    case epochs, raiseEpochs, tokenKey
    case segmentOfExecution, setSegment, takeFromSegment, hasSegment, executionsToMove, leftovers, addLeftover,
        deleteLeftover, deleteSomeRecords
    case endedExecutions, endedMovedExecutions, keepName, freeNames
    case recordAt, recordsAfter, recordsBackwards, execution
    case isCompacted, setCompacted, setNotCompacted, allRecords
    case executions, executionsByStatus, executionsSucceeded
    case countExecutions, countExecutionsByStatus, countExecutionsNotSucceeded
    case deadlines, obligations, obligationsOfExecution, openTasks, inbox, definition, resource, resources,
        resourcesAfter,
        resourcesBackwards,
        messages

    /// The statement.
    var text: String {
        switch self {
        case .begin: "BEGIN"
        case .beginWriting: "BEGIN IMMEDIATE"
        case .commit: "COMMIT"
        case .savepoint: "SAVEPOINT unit"
        case .release: "RELEASE unit"
        case .rollbackTo: "ROLLBACK TO unit"

        case .hasExecution: "SELECT 1 FROM execution WHERE key = ?1"
        case .hasKeptName: "SELECT 1 FROM kept_name WHERE execution = ?1"
        case .insertExecution:
            """
            INSERT INTO execution (key, machine, name, status, started_at, stopped_at, definition, bytes)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """
        case .replaceExecution:
            """
            REPLACE INTO execution (key, machine, name, status, started_at, stopped_at, definition, bytes, segment)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (SELECT segment FROM execution WHERE key = ?1))
            """
        case .updateExecution:
            """
            UPDATE execution SET status = ?4, stopped_at = ?6, definition = ?7, bytes = ?8
            WHERE key = ?1 AND machine = ?2 AND name = ?3 AND started_at = ?5 RETURNING 1
            """
        case .deleteExecution: "DELETE FROM execution WHERE key = ?1"
        case .machineID: "SELECT id FROM machine WHERE name = ?1"
        case .machines: "SELECT name FROM machine WHERE name > ?1 ORDER BY name LIMIT ?2"
        case .insertMachine: "INSERT INTO machine (name) VALUES (?1) RETURNING id"
        case .machineName: "SELECT name FROM machine WHERE id = ?1"
        case .deleteUnusedMachine:
            """
            DELETE FROM machine WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM execution WHERE machine = ?1) RETURNING name
            """

        case .lastRecord:
            """
            SELECT sequence, first_event + event_count FROM record WHERE execution = ?1
            ORDER BY sequence DESC LIMIT 1
            """
        case .insertRecord: "INSERT INTO record VALUES (?1, ?2, ?3, ?4, ?5)"
        case .deleteRecords: "DELETE FROM record WHERE execution = ?1"

        case .putDeadline:
            "INSERT INTO deadline VALUES (?1, ?2) ON CONFLICT (execution) DO UPDATE SET at = excluded.at"
        case .deleteDeadline: "DELETE FROM deadline WHERE execution = ?1"
        case .putObligation: "REPLACE INTO obligation VALUES (?1, ?2, ?3)"
        case .deleteObligation: "DELETE FROM obligation WHERE execution = ?1 AND id = ?2"
        case .deleteObligations: "DELETE FROM obligation WHERE execution = ?1"
        case .hasOpenTask: "SELECT 1 FROM open_task WHERE execution = ?1 AND id = ?2"
        case .putOpenTask: "REPLACE INTO open_task VALUES (?1, ?2)"
        case .deleteOpenTask: "DELETE FROM open_task WHERE execution = ?1 AND id = ?2"
        case .deleteOpenTasks: "DELETE FROM open_task WHERE execution = ?1"
        case .addToInbox: "INSERT INTO inbox (shard, execution, bytes) VALUES (?1, ?2, ?3)"
        case .deleteFromInbox: "DELETE FROM inbox WHERE shard = ?1 AND id = ?2"
        case .putDefinition: "INSERT OR IGNORE INTO definition VALUES (?1, ?2)"

        case .hasResource: "SELECT 1 FROM resource WHERE kind = ?1 AND key = ?2"
        case .putResource: "REPLACE INTO resource VALUES (?1, ?2, ?3)"
        case .deleteResource: "DELETE FROM resource WHERE kind = ?1 AND key = ?2"
        case .deleteResources: "DELETE FROM resource WHERE kind = ?1 AND key >= ?2 AND key < ?3"

        case .putMessage: "REPLACE INTO message VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
        case .updateMessage:
            """
            UPDATE message SET visible_at = ?3, receive_count = ?4, generation = ?5, first_received_at = ?6
            WHERE queue = ?1 AND id = ?2
            """
        case .deleteMessage: "DELETE FROM message WHERE queue = ?1 AND id = ?2"
        case .deleteMessages: "DELETE FROM message WHERE queue = ?1"

        case .epochs: "SELECT epoch FROM shard ORDER BY number"
        case .raiseEpochs: "UPDATE shard SET epoch = epoch + 1"
        case .tokenKey: "SELECT value FROM setting WHERE name = 'token key'"
        default: retentionText
        }
    }

    /// Statements of moving and deleting, and those of readers.
    private var retentionText: String {
        switch self {
        case .segmentOfExecution: "SELECT segment FROM execution WHERE key = ?1"
        case .setSegment:
            """
            UPDATE execution SET segment = ?3 WHERE key = ?1 AND stopped_at = ?2 AND segment IS NULL RETURNING 1
            """
        case .takeFromSegment: "UPDATE execution SET segment = NULL WHERE key = ?1"
        case .hasSegment: "SELECT 1 FROM execution WHERE segment = ?1 LIMIT 1"
        case .executionsToMove:
            """
            SELECT key, stopped_at FROM execution
            WHERE stopped_at IS NOT NULL AND segment IS NULL AND stopped_at >= ?1 AND stopped_at < ?2
            ORDER BY stopped_at LIMIT ?3
            """
        case .leftovers: "SELECT execution FROM leftover LIMIT 64"
        case .addLeftover: "INSERT OR IGNORE INTO leftover VALUES (?1)"
        case .deleteLeftover: "DELETE FROM leftover WHERE execution = ?1"
        case .deleteSomeRecords:
            """
            DELETE FROM record WHERE rowid IN (SELECT rowid FROM record WHERE execution = ?1 LIMIT ?2) RETURNING 1
            """
        case .endedExecutions:
            """
            SELECT key, stopped_at, machine FROM execution
            WHERE stopped_at IS NOT NULL AND segment IS NULL AND stopped_at < ?1 AND stopped_at >= ?3
            ORDER BY stopped_at LIMIT ?2
            """
        case .endedMovedExecutions:
            """
            SELECT key, stopped_at, machine FROM execution
            WHERE segment IS NOT NULL AND (segment, stopped_at) < (?4, ?1) AND (segment, stopped_at) >= (?5, ?3)
            ORDER BY segment, stopped_at LIMIT ?2
            """
        case .keepName: "REPLACE INTO kept_name VALUES (?1, ?2)"
        case .freeNames:
            """
            DELETE FROM kept_name WHERE execution IN
            (SELECT execution FROM kept_name WHERE stopped_at < ?1 ORDER BY stopped_at LIMIT ?2) RETURNING 1
            """
        default: readerText
        }
    }

    /// Statements of readers.
    private var readerText: String {
        switch self {

        case .recordAt:
            """
            SELECT sequence, first_event, event_count FROM record WHERE execution = ?1 AND sequence <= ?2
            ORDER BY sequence DESC LIMIT 1
            """
        case .recordsAfter:
            """
            SELECT sequence, first_event, event_count, bytes FROM record WHERE execution = ?1 AND sequence > ?2
            ORDER BY sequence LIMIT ?3
            """
        case .recordsBackwards:
            """
            SELECT sequence, first_event, event_count, bytes FROM record WHERE execution = ?1 AND sequence <= ?2
            AND event_count > 0 ORDER BY sequence DESC LIMIT ?3
            """
        case .isCompacted: "SELECT 1 FROM setting WHERE name = 'compacted'"
        case .setCompacted: "REPLACE INTO setting VALUES ('compacted', 1)"
        case .setNotCompacted: "DELETE FROM setting WHERE name = 'compacted'"
        case .allRecords:
            """
            SELECT execution, sequence, first_event, event_count, bytes FROM record
            WHERE (execution, sequence) > (?1, ?2) ORDER BY execution, sequence LIMIT ?3
            """
        case .execution: Self.executionColumns + "WHERE e.key = ?1"
        case .executions: Self.executionColumns + "WHERE e.machine = ?1 AND " + Self.page
        case .executionsByStatus:
            Self.executionColumns + "WHERE e.machine = ?1 AND e.status = ?5 AND e.status <> 1 AND " + Self.page
        case .executionsSucceeded: Self.executionColumns + "WHERE e.machine = ?1 AND e.status = 1 AND " + Self.page
        case .countExecutions: "SELECT count(*) FROM execution WHERE machine = ?1"
        case .countExecutionsByStatus:
            "SELECT count(*) FROM execution WHERE machine = ?1 AND status = ?2 AND status <> 1"

        case .countExecutionsNotSucceeded: "SELECT count(*) FROM execution WHERE machine = ?1 AND status <> 1"

        case .deadlines:
            "SELECT at, execution FROM deadline WHERE (at, execution) > (?1, ?2) ORDER BY at, execution LIMIT ?3"
        case .obligations:
            """
            SELECT execution, id, bytes FROM obligation WHERE (execution, id) > (?1, ?2)
            ORDER BY execution, id LIMIT ?3
            """
        case .obligationsOfExecution: "SELECT id, bytes FROM obligation WHERE execution = ?1 ORDER BY id"
        case .openTasks:
            """
            SELECT execution, id FROM open_task WHERE (execution, id) > (?1, ?2) ORDER BY execution, id LIMIT ?3
            """
        case .inbox: "SELECT id, execution, bytes FROM inbox WHERE shard = ?1 ORDER BY id LIMIT ?2"
        case .definition: "SELECT text FROM definition WHERE sha256 = ?1"
        case .resource: "SELECT bytes FROM resource WHERE kind = ?1 AND key = ?2"
        case .resources:
            """
            SELECT key, bytes FROM resource WHERE kind = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4
            """
        case .resourcesAfter:
            """
            SELECT key, bytes FROM resource WHERE kind = ?1 AND key > ?2 AND key < ?3 ORDER BY key LIMIT ?4
            """
        case .resourcesBackwards:
            """
            SELECT key, bytes FROM resource WHERE kind = ?1 AND key >= ?2 AND key < ?3 ORDER BY key DESC LIMIT ?4
            """
        case .messages:
            """
            SELECT id, visible_at, receive_count, generation, first_received_at, bytes FROM message
            WHERE queue = ?1 AND id > ?2 ORDER BY id LIMIT ?3
            """
        default: preconditionFailure("a statement without a text")
        }
    }

    private static let executionColumns = """
        SELECT e.key, (SELECT name FROM machine WHERE id = e.machine), e.name, e.status, e.started_at, e.stopped_at,
        e.definition, e.bytes FROM execution e \n
        """
    private static let page = "(e.started_at, e.key) < (?2, ?3) ORDER BY e.started_at DESC, e.key DESC LIMIT ?4"
}
