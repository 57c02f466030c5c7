import DequeModule
import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// A Map Run in memory. Belongs to the shard loop of its key and is touched by its thread only.
final class LiveMapRun {
    let key: ExecutionKey
    let arn: MapRunARN
    let parentKey: ExecutionKey
    let parent: ExecutionARN
    let task: Int64
    let startedAt: Timestamp
    let definitionSHA256: [UInt8]
    /// What its children take over from the parent.
    let parentDetails: ExecutionDetails
    let shaper: MapRunShaper
    var state = MapRunState()
    var status = ExecutionStatus.running
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
    /// Whether the row has been inserted.
    var hasRow = false

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
            startedAt: startedAt, stoppedAt: stoppedAt, definitionSHA256: definitionSHA256, bytes: description.bytes)
    }

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
