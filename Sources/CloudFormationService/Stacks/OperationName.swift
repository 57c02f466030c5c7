import JSONTree

/// Which operation an event belongs to.
struct OperationName: Sendable, Equatable {
    /// What was to be done. Source: API reference, OperationEvent.
    enum Kind: String, Sendable {
        case createStack = "CREATE_STACK"
        case updateStack = "UPDATE_STACK"
        case deleteStack = "DELETE_STACK"
        case continueRollback = "CONTINUE_ROLLBACK"
        case rollback = "ROLLBACK"
        case createChangeSet = "CREATE_CHANGESET"
    }

    /// A UUID.
    let id: String
    /// What was to be done.
    let kind: Kind

    /// Names one.
    init(id: String, kind: Kind) { (self.id, self.kind) = (id, kind) }

    /// Reads the stored form, as events and `LastOperations` hold it.
    init?(_ json: JSON) {
        guard let id = json["OperationId"]?.stringValue,
            let kind = json["OperationType"]?.stringValue.flatMap(Kind.init(rawValue:))
        else { return nil }
        self.init(id: id, kind: kind)
    }

    /// As answers hold it, and as it is stored.
    var shape: JSON { ["OperationId": .string(id), "OperationType": .string(kind.rawValue)] }
}
