import ResourceNames

/// What a store does for the engine and the services. SQLite now, PostgreSQL for several hosts later.
///
/// Calls to `commit` are carried out in the order in which they were made; several may share one transaction and one sync.
package protocol Store: Sendable {
    /// Writes units; all or nothing per unit, durable when `completion` runs.
    ///
    /// - Parameter completion: Runs once, on a thread of the store, with one result per unit in order. Must not block.
    func commit(_ units: [WriteUnit], completion: @escaping @Sendable ([UnitResult]) -> Void)

    /// Reads run on a reader of their own and see every commit whose completion has run.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Answer) async throws(StoreError) -> Answer

    /// The same on the calling thread, for threads that may block.
    func readNow<Answer>(_ body: (any StoreReader) throws(StoreError) -> Answer) throws(StoreError) -> Answer

    /// Takes shards over: raises their epochs. A unit with an older epoch is refused from then on.
    func acquireShards() throws(StoreError) -> [UInt64]

    /// The key that signs task tokens; made at creation, 32 bytes.
    var tokenKey: [UInt8] { get throws(StoreError) }

    /// Finishes what is queued, then closes.
    func close()
}

extension Store {
    /// Writes one unit and waits until it is durable.
    package func commit(_ unit: WriteUnit) async -> UnitResult {
        await withCheckedContinuation { continuation in
            commit([unit]) { continuation.resume(returning: $0[0]) }
        }
    }
}

/// The number of shards, fixed when a store is created.
package let shardCount = 256

/// Writes that belong together: all of them happen, or none.
package struct WriteUnit: Sendable {
    /// The shard that owns the execution or resource; `nil` for a unit no shard guards (catalog, queues of services).
    package var shard: Int?
    /// The lease under which the owner writes; checked inside the transaction when `shard` is set.
    package var epoch: UInt64
    package var mutations: [Mutation]

    /// Writes under a shard's lease, or without one.
    package init(shard: Int? = nil, epoch: UInt64 = 0, mutations: [Mutation]) {
        self.shard = shard
        self.epoch = epoch
        self.mutations = mutations
    }
}

/// What became of a unit.
package enum UnitResult: Sendable, Equatable {
    case committed
    /// The shard has a newer owner.
    case staleEpoch
    /// A row that must not exist does (`insertResource`, `reserveKey`), or one that must exist does not, or the position is not the expected one. Nothing of the unit was written.
    case conflict(index: Int)
    /// The disk failed; nothing of the batch may be taken as written. The connection was closed and reopened.
    case failed(StoreError)
}

/// One write.
package enum Mutation: Sendable {
    /// Adds a record to an execution's log. Conflict unless `firstEventID` is one past the last event of the record before (1 for the first); an empty record (no events) keeps the position.
    case appendRecord(execution: ExecutionKey, sequence: Int64, firstEventID: Int64, eventCount: Int, bytes: [UInt8])
    /// Inserts or replaces the row of an execution.
    case putExecution(ExecutionRow)
    /// Inserts the row of a new execution; conflict when its key is taken.
    case insertExecution(ExecutionRow)
    /// Forgets an execution, its records, timers and obligations.
    case deleteExecution(ExecutionKey)
    /// Sets the earliest deadline at which the execution wants to be woken, or clears it.
    case setDeadline(execution: ExecutionKey, Timestamp?)
    /// An obligation: something that must happen, kept until the input that answers it.
    case putObligation(execution: ExecutionKey, id: Int64, bytes: [UInt8])
    case deleteObligation(execution: ExecutionKey, id: Int64)
    /// A task that waits for a token.
    case putOpenTask(execution: ExecutionKey, id: Int64)
    /// Conflict when there is none: somebody else answered.
    case deleteOpenTask(execution: ExecutionKey, id: Int64)
    /// Adds an input for an execution whose shard has another owner.
    case addToInbox(shard: Int, execution: ExecutionKey, bytes: [UInt8])
    case deleteFromInbox(shard: Int, id: Int64)
    /// A definition text, kept by content; writing it twice is no conflict.
    case putDefinition(sha256: [UInt8], text: [UInt8])
    /// Inserts or replaces a resource: `kind` names a service's table ("stateMachine", "queue", "topic", "function" …).
    case putResource(kind: String, key: String, bytes: [UInt8])
    /// Conflict when the key exists.
    case insertResource(kind: String, key: String, bytes: [UInt8])
    /// No conflict when there is none.
    case deleteResource(kind: String, key: String)
    /// Deletes every resource of a kind whose key starts so.
    case deleteResources(kind: String, keyPrefix: String)
    /// A queue message, inserted or replaced whole.
    case putMessage(MessageRow)
    /// Changes receive state only. No conflict when the message is gone.
    case updateMessage(queue: Int64, id: Int64, visibleAt: Timestamp, receiveCount: Int, generation: Int64, firstReceivedAt: Timestamp?)
    case deleteMessage(queue: Int64, id: Int64)
    /// Deletes all messages of a queue.
    case deleteMessages(queue: Int64)
}

/// The key of an execution inside the store: 16 bytes, time-ordered for names we make (see `engine.md`), a hash of the ARN for names clients give.
package struct ExecutionKey: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64
    /// Makes a key of its two halves.
    @inlinable package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }
    /// The shard: a fixed function of the key.
    @inlinable package var shard: Int { Int(truncatingIfNeeded: (high ^ low &* 0x9E37_79B9_7F4A_7C15) >> 56) & 0xFF }
}

/// What lists and descriptions need of an execution without folding its log.
package struct ExecutionRow: Sendable {
    package var key: ExecutionKey
    /// Account, region and name of the machine: `ACCOUNT:REGION:NAME`.
    package var machine: String
    package var name: String
    /// RUNNING 0, SUCCEEDED 1, FAILED 2, TIMED_OUT 3, ABORTED 4, PENDING_REDRIVE 5.
    package var status: UInt8
    package var startedAt: Timestamp
    package var stoppedAt: Timestamp?
    /// Of the definition the execution is pinned to.
    package var definitionSHA256: [UInt8]
    /// All else the engine wants to find again (input, output, role, semantics …), in its own form.
    package var bytes: [UInt8]

    package init(
        key: ExecutionKey, machine: String, name: String, status: UInt8, startedAt: Timestamp, stoppedAt: Timestamp?,
        definitionSHA256: [UInt8], bytes: [UInt8]
    ) {
        self.key = key
        self.machine = machine
        self.name = name
        self.status = status
        self.startedAt = startedAt
        self.stoppedAt = stoppedAt
        self.definitionSHA256 = definitionSHA256
        self.bytes = bytes
    }
}

/// A message of a queue.
package struct MessageRow: Sendable {
    /// The queue's number, given by the queue's service; never used again.
    package var queue: Int64
    /// Rises within a queue.
    package var id: Int64
    package var visibleAt: Timestamp
    package var receiveCount: Int
    /// Raised with each receive; part of the receipt handle.
    package var generation: Int64
    package var firstReceivedAt: Timestamp?
    /// Body, attributes, ids, sent time: the service's own form.
    package var bytes: [UInt8]

    package init(
        queue: Int64, id: Int64, visibleAt: Timestamp, receiveCount: Int, generation: Int64, firstReceivedAt: Timestamp?, bytes: [UInt8]
    ) {
        self.queue = queue
        self.id = id
        self.visibleAt = visibleAt
        self.receiveCount = receiveCount
        self.generation = generation
        self.firstReceivedAt = firstReceivedAt
        self.bytes = bytes
    }
}

/// One record as stored.
package struct RecordRow: Sendable {
    package var sequence: Int64
    package var firstEventID: Int64
    package var eventCount: Int
    package var bytes: [UInt8]
    package init(sequence: Int64, firstEventID: Int64, eventCount: Int, bytes: [UInt8]) {
        self.sequence = sequence
        self.firstEventID = firstEventID
        self.eventCount = eventCount
        self.bytes = bytes
    }
}

/// Which executions a list shows.
package struct ExecutionFilter: Sendable {
    package var machine: String
    /// `nil`: every status.
    package var status: UInt8?
    /// Show what comes after this one (newest first), from the last row of the page before.
    package var after: (startedAt: Timestamp, key: ExecutionKey)?
    package var limit: Int
    package init(machine: String, status: UInt8? = nil, after: (startedAt: Timestamp, key: ExecutionKey)? = nil, limit: Int) {
        self.machine = machine
        self.status = status
        self.after = after
        self.limit = limit
    }
}

/// Reads within one short read transaction (at most 100 ms: page by key).
package protocol StoreReader {
    /// Records whose events reach `fromEventID` or later, in order, at most `limit`.
    func records(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow]
    /// Records with events at or before `eventID`, newest first, at most `limit`.
    func recordsBackwards(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow]
    func execution(_ key: ExecutionKey) throws(StoreError) -> ExecutionRow?
    /// Newest first.
    func executions(_ filter: ExecutionFilter) throws(StoreError) -> [ExecutionRow]
    func countExecutions(machine: String, status: UInt8) throws(StoreError) -> Int
    /// Every deadline, earliest first, paged: those after the given one.
    func deadlines(after: (at: Timestamp, key: ExecutionKey)?, limit: Int) throws(StoreError) -> [(at: Timestamp, key: ExecutionKey)]
    /// Every obligation, by execution and id, paged.
    func obligations(after: (key: ExecutionKey, id: Int64)?, limit: Int) throws(StoreError) -> [(key: ExecutionKey, id: Int64, bytes: [UInt8])]
    /// The obligations of one execution.
    func obligations(of execution: ExecutionKey) throws(StoreError) -> [(id: Int64, bytes: [UInt8])]
    func hasOpenTask(execution: ExecutionKey, id: Int64) throws(StoreError) -> Bool
    func inbox(shard: Int, limit: Int) throws(StoreError) -> [(id: Int64, execution: ExecutionKey, bytes: [UInt8])]
    func definition(sha256: [UInt8]) throws(StoreError) -> [UInt8]?
    func resource(kind: String, key: String) throws(StoreError) -> [UInt8]?
    /// Resources of a kind by key, those after the given key, only keys with that prefix.
    func resources(kind: String, keyPrefix: String, after: String?, limit: Int) throws(StoreError) -> [(key: String, bytes: [UInt8])]
    /// Messages of a queue by id, those after the given id.
    func messages(queue: Int64, after: Int64, limit: Int) throws(StoreError) -> [MessageRow]
}

/// A store's failure.
package struct StoreError: Error, Sendable, Equatable {
    /// What to switch on.
    package enum Code: String, Sendable {
        case unavailable, corrupt, full, readOnly, locked, newerFormat, closed
    }
    package var code: Code
    /// What failed and what to do about it.
    package var message: String
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
