import DequeModule
import ExecutionHistory
import HandlerContract
import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// What became of an input that was offered to an execution; told only when the state it saw is durable.
enum InputResult: Sendable, Equatable {
    case recorded(at: Timestamp)
    /// The input does not apply: a race was lost, the task is over, the execution has ended.
    case refused
    /// The disk failed, or the execution cannot be folded: nothing is known to be kept.
    case failed(EngineFailure)
}

/// Tells whoever offered an input what became of it. Runs on a loop's thread; must not block.
typealias InputReply = @Sendable (InputResult) -> Void

/// An execution in memory: its folded state, and what is under way for it. Belongs to one shard loop and is touched by its thread only.
final class LiveExecution {
    /// Names it in the store.
    let key: ExecutionKey
    /// Its ARN.
    let arn: ExecutionARN
    /// When it was started.
    let startedAt: Timestamp
    /// Of the definition it is pinned to.
    let definitionSHA256: [UInt8]
    /// That definition, compiled.
    let program: Program
    var details: ExecutionDetails
    /// As folded so far.
    var state: ExecutionState
    /// As lists show it.
    var status = ExecutionStatus.running
    /// When it ended; `nil` while it runs.
    var stoppedAt: Timestamp?

    /// Inputs not yet folded, with who waits for each.
    var pending: Deque<(input: Input, effects: [PreparedWrite], reply: InputReply?)> = []
    /// In the ready queue.
    var isQueued = false
    /// Why no input is folded: the log and this build disagree.
    var heldBecause: String?
    /// Writes of advances whose prepared effects are still being worked out.
    var openUnit: OpenUnit?
    /// Tasks whose effects are being prepared.
    var preparing: Set<Int64> = []
    /// The builds that tasks under way were scheduled with, by task; a task may run another, when one was swapped in meanwhile.
    var scheduledBuilds: [Int64: String] = [:]
    /// What is to be noted with the next record: tasks that ran another build.
    var otherBuilds: [TaskBuild] = []
    /// Calls under way.
    var running: [Int64: any RunningInvocation] = [:]
    /// Obligations on disk or in the open unit.
    var obligations: Set<Int64> = []
    /// Tasks with a row in the open-task table.
    var openTokens: Set<Int64> = []
    /// The deadline each timer is armed with, on its own clock.
    var armed: [TimerID: Int64] = [:]
    /// The number the next record gets, from 1.
    var nextSequence: Int64 = 1
    /// Time of the last record: time never goes back within a log.
    var lastTime: Timestamp
    /// Commits handed to the store and not yet answered.
    var unsettledCommits = 0
    /// Who is told when the commits under way are durable, though they wrote nothing themselves.
    var afterCommits: [@Sendable (EngineFailure?) -> Void] = []
    /// Its start is part of a unit that has not been committed: nothing can happen to it yet.
    var isReserved = false
    /// Its start is not durable: if it fails, the place it takes among those that run is free again.
    var isStarting = false
    /// Whether the row has been inserted.
    var hasRow = false
    /// The deadline in the store's index.
    var storedDeadline: Timestamp?
    /// Who waits for the end.
    var endWaiters: [@Sendable (Result<ExecutionDescription, EngineFailure>) -> Void] = []
    /// Records and their bytes since the log's start or its last snapshot.
    var recordsSinceSnapshot = 0
    /// Bytes of records since then.
    var bytesSinceSnapshot = 0
    /// EXPRESS: its log, which is kept in memory alone; none once it has grown too long for that.
    private(set) var keptRecords: [[UInt8]] = []
    private var keptBytes = 0
    /// EXPRESS and forked: what is stored with its start, so that it begins there again: records it shares, and its own first one.
    var beginning: [Mutation] = []
    /// Its own first record is to be stored too.
    var keepsFirstRecord = false
    /// Whether the store has a snapshot of it.
    var hasSnapshot = false
    /// Seals what is stored of it; `nil` when it has no key of its own.
    var dataKey: DataKey?
    /// When it failed, if that was while it could not be read: all but its log tells so already.
    var endedUnread: Timestamp?
    /// Where its events go besides its history, once that has been looked up.
    var eventLog: (any ExecutionEventLog)??
    /// StartSyncExecution: nothing of it is stored.
    let isTransient: Bool
    /// When an input last came, to choose who leaves memory.
    var lastUsed: Int64 = 0

    init(
        key: ExecutionKey, arn: ExecutionARN, startedAt: Timestamp, definitionSHA256: [UInt8], program: Program,
        details: ExecutionDetails,
        state: ExecutionState, isTransient: Bool
    ) {
        self.key = key
        self.arn = arn
        self.startedAt = startedAt
        self.definitionSHA256 = definitionSHA256
        self.program = program
        self.details = details
        self.state = state
        self.isTransient = isTransient
        lastTime = startedAt
    }

    /// Nothing is under way that memory alone knows.
    var isIdle: Bool {
        pending.isEmpty && openUnit == nil && preparing.isEmpty && running.isEmpty && unsettledCommits == 0
            && endWaiters.isEmpty
            && !isTransient && !isReserved && heldBecause == nil
    }

    /// The row as it stands.
    var row: ExecutionRow {
        ExecutionRow(
            key: key, machine: details.storedMachine(of: arn), name: arn.name, status: status.rawValue,
            startedAt: startedAt, stoppedAt: stoppedAt,
            definitionSHA256: definitionSHA256, bytes: details.bytes(of: key, sealedWith: dataKey))
    }

    /// Bytes as they are stored: sealed, if it has a key of its own.
    func stored(_ bytes: [UInt8], as place: SealedPlace) -> [UInt8] { dataKey?.seal(bytes, as: place) ?? bytes }

    /// Gives a record its number in the log: the write that appends it.
    func append(_ record: [UInt8], firstEventID: Int64, eventCount: Int) -> Mutation {
        let sequence = nextSequence
        nextSequence += 1
        return .appendRecord(
            execution: key, sequence: sequence, firstEventID: firstEventID, eventCount: eventCount,
            bytes: stored(record, as: .record(key, sequence: sequence)))
    }

    /// Takes over a record that it shares with the execution it is forked from.
    ///
    /// - Returns: The write that appends it.
    func share(_ record: [UInt8], _ reader: RecordReader) -> Mutation {
        state.share(upTo: reader.lastEventID, at: reader.header.time)
        if details.isExpress { keep(record) }
        return append(record, firstEventID: reader.header.firstEventID, eventCount: reader.eventCount)
    }

    /// Keeps a record in memory.
    func keep(_ record: [UInt8]) {
        keptBytes += record.count
        guard keptBytes <= RecentExpress.recordBytesMax else {
            keptRecords = []
            return
        }
        keptRecords.append(record)
    }

    /// As descriptions show it.
    var description: ExecutionDescription {
        ExecutionDescription(
            execution: arn, status: status, startedAt: startedAt, stoppedAt: stoppedAt,
            definitionSHA256: definitionSHA256, details: details,
            heldBecause: heldBecause)
    }
}

/// The writes of one or more advances that go to the store as one unit, and what follows when they are durable.
struct OpenUnit {
    /// Rows to be written.
    var mutations: [Mutation] = []
    /// Writes of services that ride along.
    var effects: [PreparedWrite] = []
    /// Commands, performed in this order once the unit is durable.
    var commands: [Command] = []
    /// Replies held back until then.
    var replies: [(reply: InputReply, result: InputResult)] = []
    /// Put into this unit and not yet committed: what is deleted in the same unit never reaches the disk.
    var freshObligations: Set<Int64> = []
    /// Whether the execution's row is to be written anew.
    var rowChanged = false
    /// Tasks that are no longer out once the unit is durable.
    var closedTasks: [Int64] = []
    /// The time a task has until its next heartbeat begins anew.
    var hasHeartbeat = false
    /// Records to be logged once the unit is durable.
    var records: [[UInt8]] = []

    /// Adds an obligation.
    mutating func putObligation(_ id: Int64, of execution: ExecutionKey) {
        freshObligations.insert(id)
        mutations.append(.putObligation(execution: execution, id: id, bytes: []))
    }

    /// Removes one, from this unit if it was put here.
    mutating func deleteObligation(_ id: Int64, of execution: ExecutionKey) {
        if id > 0 { closedTasks.append(id) }
        guard freshObligations.remove(id) != nil else {
            mutations.append(.deleteObligation(execution: execution, id: id))
            return
        }
        mutations.removeAll { if case .putObligation(execution, id, _) = $0 { true } else { false } }
    }
}

/// Ids of obligations that are not a task's.
enum ObligationID {
    /// Go on after an advance that used its budget up.
    static let proceed: Int64 = -1
    /// An EXPRESS execution that must begin again after a crash.
    static let express: Int64 = -2
    /// A start that was committed with the transition of another execution, and has not been folded yet.
    static let start: Int64 = -3
    /// The end is still to be told to the task that waits for it.
    static let wakeParent: Int64 = -4
    /// A Map Run that has not ended.
    static let mapRun: Int64 = -5
    /// The end of an execution that could not be read is still to be written to its log.
    static let ending: Int64 = -6
}
