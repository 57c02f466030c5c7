import StorageContract

/// The units of one transaction, folded in memory and then written, each row once.
///
/// A unit's conditions are looked up before anything of it reaches the disk: one that meets a conflict is undone in
/// memory and costs its neighbours nothing. What one unit puts and a later one deletes is never written.
/// Belongs to the writer thread; use it within one write transaction of its connection.
final class WriteBatch {
    /// Identifies a message.
    struct MessageKey: Hashable {
        let queue: Int64
        let id: Int64
    }

    /// What happens to a message.
    enum MessageChange {
        case put(MessageRow)
        /// Receive state alone.
        case update(MessageRow)
        case delete
    }

    /// Identifies a resource.
    struct ResourceKey: Hashable {
        let kind: String
        let key: String
    }

    /// What happens to a resource.
    enum ResourceChange {
        case put([UInt8])
        case delete
    }

    /// An input for the owner of another shard.
    struct InboxEntry {
        let shard: Int
        let execution: ExecutionKey
        let bytes: [UInt8]
    }

    let connection: Connection
    let segments: SegmentFolder
    var executions = Overlay<ExecutionKey, PendingExecution>()
    var messages = Overlay<MessageKey, MessageChange>()
    var resources = Overlay<ResourceKey, ResourceChange>()
    var definitions = Overlay<[UInt8], [UInt8]>()
    var addedToInbox: [InboxEntry] = []
    var deletedFromInbox: [(shard: Int, id: Int64)] = []
    /// Log positions the disk agrees with, and those of this transaction.
    var positions: [ExecutionKey: LogPosition] = [:]
    /// Numbers of machines.
    var machines: [String: Int64] = [:]
    /// Lease epochs. The process has the only lock on the data folder, so nobody else raises them.
    var epochs: [UInt64] = []
    /// Whether names of deleted executions are kept at all: as a rule not, and then nobody pays for looking.
    var keepsNames = false
    /// Why moved records that the unit at hand needs cannot be read.
    var recallFailure: StoreError?
    private var undo = UndoLog()

    init(connection: Connection, segments: SegmentFolder) throws(StoreError) {
        self.connection = connection
        self.segments = segments
        try readEpochs()
        try readWhetherNamesAreKept()
    }

    /// Reads the lease epochs again.
    func readEpochs() throws(StoreError) {
        epochs = try connection.statement(.epochs).rows { UInt64(bitPattern: $0.integer(0)) }
    }

    /// Looks whether names of deleted executions are kept.
    func readWhetherNamesAreKept() throws(StoreError) {
        keepsNames = try connection.integer("SELECT EXISTS (SELECT 1 FROM kept_name)") == 1
    }

    /// Takes a unit in.
    ///
    /// - Throws: When the disk fails; then the whole transaction is to be rolled back.
    func add(_ unit: WriteUnit) throws(StoreError) -> UnitResult {
        if let shard = unit.shard, !epochs.indices.contains(shard) || epochs[shard] != unit.epoch { return .staleEpoch }
        if unit.mutations.contains(where: \.deletesRange) { return try addDirectly(unit) }
        let lastCondition = unit.mutations.lastIndex(where: \.mayConflict) ?? 0
        undo.removeAll()
        for (index, mutation) in unit.mutations.enumerated() {
            if index < lastCondition { undo.remember(what: mutation, changesIn: self) }
            guard try apply(mutation) else {
                undo.undo(in: self)
                return refusal(of: index)
            }
        }
        return .committed
    }

    /// Why a mutation was not applied: its condition does not hold, or what it needs cannot be read.
    private func refusal(of index: Int) -> UnitResult {
        guard let failure = recallFailure else { return .conflict(index: index) }
        recallFailure = nil
        return .failed(failure)
    }

    /// Takes in a unit that deletes whole ranges of rows: the rare way, with a savepoint, its rows written at once.
    private func addDirectly(_ unit: WriteUnit) throws(StoreError) -> UnitResult {
        try flush()
        try connection.statement(.savepoint).run()
        for (index, mutation) in unit.mutations.enumerated() {
            if mutation.deletesRange {
                try flush()
                try deleteRange(mutation)
            } else if try !apply(mutation) {
                discard()
                try connection.statement(.rollbackTo).run()
                try connection.statement(.release).run()
                return refusal(of: index)
            }
        }
        try flush()
        try connection.statement(.release).run()
        return .committed
    }

    /// Forgets what has not been written, and what may have been learnt from it.
    private func discard() {
        executions.removeAll()
        messages.removeAll()
        resources.removeAll()
        definitions.removeAll()
        addedToInbox.removeAll()
        deletedFromInbox.removeAll()
        positions.removeAll()
        machines.removeAll()
    }
}

extension Mutation {
    /// Deletes rows that it does not name one by one.
    fileprivate var deletesRange: Bool {
        switch self {
        case .deleteResources, .deleteMessages: true
        default: false
        }
    }

    /// Has a condition. What puts an execution to running again needs its records.
    fileprivate var mayConflict: Bool {
        switch self {
        case .appendRecord, .insertExecution, .deleteOpenTask, .insertResource: true
        case .putExecution(let row): row.stoppedAt == nil
        default: false
        }
    }
}
