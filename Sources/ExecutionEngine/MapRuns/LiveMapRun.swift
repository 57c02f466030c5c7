import DequeModule
import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// A Map Run in memory. Belongs to the shard loop of its key and is touched by its thread only.
final class LiveMapRun {
    /// Its key.
    let key: ExecutionKey
    /// Its ARN.
    let arn: MapRunARN
    /// The key of the execution it runs for.
    let parentKey: ExecutionKey
    /// The execution it runs for.
    let parent: ExecutionARN
    /// The id of `MapRunStarted` in its history.
    let task: Int64
    /// When it was started.
    let startedAt: Timestamp
    /// The definition its parent is pinned to.
    let definitionSHA256: [UInt8]
    /// What its children take over from the parent.
    let parentDetails: ExecutionDetails
    /// Makes the inputs of its children.
    let shaper: MapRunShaper
    /// What its log folds to.
    var state = MapRunState()
    /// How its row stands.
    var status = ExecutionStatus.running
    /// When it ended.
    var stoppedAt: Timestamp?
    /// Items, once they are found.
    var items: [JSON] = []
    /// Inputs not yet folded.
    var pending: [MapRunInput] = []
    /// Who is told when what was pending is durable.
    var replies: [@Sendable (EngineFailure?) -> Void] = []
    /// In the queue of local work.
    var isQueued = false
    /// A commit is under way; until it is settled nothing is folded.
    var isCommitting = false
    /// Children to be started, a few per turn.
    var toStart: Deque<(ordinal: Int, attempt: Int)> = []
    /// The number the next record gets, from 1.
    var nextSequence: Int64 = 1
    /// Seals what is stored of it; `nil` when its parent has no key of its own.
    var dataKey: DataKey?
    /// Whether the row has been inserted.
    var hasRow = false
    /// Its parent has been redriven while it still stopped its children: it goes on when it is over.
    var isToBeRedriven = false

    /// A Map Run to which nothing has happened yet.
    init(
        arn: MapRunARN, key: ExecutionKey, parentKey: ExecutionKey, parent: ExecutionARN, task: Int64,
        startedAt: Timestamp, definitionSHA256: [UInt8], parentDetails: ExecutionDetails, shaper: MapRunShaper
    ) {
        self.arn = arn
        self.key = key
        self.parentKey = parentKey
        self.parent = parent
        self.task = task
        self.startedAt = startedAt
        self.definitionSHA256 = definitionSHA256
        self.parentDetails = parentDetails
        self.shaper = shaper
    }

    /// The row as it stands.
    var row: ExecutionRow {
        ExecutionRow(
            key: key, machine: MapRunDescription.storedName(of: parentKey), name: arn.id, status: status.rawValue,
            startedAt: startedAt, stoppedAt: stoppedAt, definitionSHA256: definitionSHA256,
            bytes: (dataKey == nil ? description : description.withoutCause).bytes)
    }

    /// Bytes as they are stored: sealed, if its parent has a key of its own.
    func stored(_ bytes: [UInt8], as place: SealedPlace) -> [UInt8] { dataKey?.seal(bytes, as: place) ?? bytes }

    /// What lists and descriptions show of it.
    var description: MapRunDescription {
        MapRunDescription(
            arn: arn, parent: parent, task: task, status: status, startedAt: startedAt, stoppedAt: stoppedAt,
            state: state)
    }

    /// Takes an end over into the row.
    func close(_ end: MapRunEnd, at time: Timestamp) {
        stoppedAt = time
        status =
            switch end {
            case .succeeded: .succeeded
            case .failed: .failed
            case .aborted: .aborted
            }
    }
}
