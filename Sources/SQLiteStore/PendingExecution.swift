import ResourceNames
import StorageContract

/// Where the log of an execution ends.
struct LogPosition: Equatable {
    /// The sequence of the last record; 0 when there is none.
    var sequence: Int64 = 0
    /// The id of the next event.
    var nextEventID: Int64 = 1
}

/// What a batch will write of one execution.
struct PendingExecution {
    /// What happens to its row.
    enum RowChange {
        case none
        case insert(ExecutionRow)
        case put(ExecutionRow)
    }

    /// What happens to its deadline.
    enum DeadlineChange {
        case none
        case clear
        case set(Timestamp)
    }

    /// All that the disk holds of it goes first.
    var isErased = false
    var row = RowChange.none
    /// Where its log ends with this batch, once that is known.
    var position: LogPosition?
    var records: [RecordRow] = []
    /// The first of `records` were moved and come back.
    var isRecalled = false
    var deadline = DeadlineChange.none
    /// The new bytes, or `nil` for an obligation that is over.
    var obligations: [(id: Int64, bytes: [UInt8]?)] = []
    var openTasks: [(id: Int64, isOpen: Bool)] = []

    /// An execution whose rows are deleted and which is not there any more.
    static var erased: PendingExecution {
        var erased = PendingExecution()
        erased.isErased = true
        erased.position = LogPosition()
        return erased
    }

    /// Puts the row in place of the one before; it stays an insert if it was one.
    mutating func putRow(_ new: ExecutionRow) {
        if case .insert = row { row = .insert(new) } else { row = .put(new) }
    }

    /// Takes moved records back.
    mutating func recall(_ moved: [RecordRow]) {
        isRecalled = true
        records = moved
        position =
            moved.last.map {
                LogPosition(sequence: $0.sequence, nextEventID: $0.firstEventID + Int64($0.eventCount))
            } ?? LogPosition()
    }

    mutating func setObligation(_ id: Int64, _ bytes: [UInt8]?) {
        if let index = obligations.lastIndex(where: { $0.id == id }) {
            obligations[index].bytes = bytes
        } else {
            obligations.append((id, bytes))
        }
    }

    mutating func setOpenTask(_ id: Int64, isOpen: Bool) {
        if let index = openTasks.lastIndex(where: { $0.id == id }) {
            openTasks[index].isOpen = isOpen
        } else {
            openTasks.append((id, isOpen))
        }
    }
}
