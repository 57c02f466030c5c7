/// Where a stack stands.
enum StackStatus: String, Sendable {
    case reviewInProgress = "REVIEW_IN_PROGRESS"
    case createInProgress = "CREATE_IN_PROGRESS"
    case createComplete = "CREATE_COMPLETE"
    case createFailed = "CREATE_FAILED"
    case rollbackInProgress = "ROLLBACK_IN_PROGRESS"
    case rollbackComplete = "ROLLBACK_COMPLETE"
    case rollbackFailed = "ROLLBACK_FAILED"
    case deleteInProgress = "DELETE_IN_PROGRESS"
    case deleteComplete = "DELETE_COMPLETE"
    case deleteFailed = "DELETE_FAILED"
    case updateInProgress = "UPDATE_IN_PROGRESS"
    case updateCleanup = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"
    case updateComplete = "UPDATE_COMPLETE"
    case updateFailed = "UPDATE_FAILED"
    case updateRollbackInProgress = "UPDATE_ROLLBACK_IN_PROGRESS"
    case updateRollbackCleanup = "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS"
    case updateRollbackComplete = "UPDATE_ROLLBACK_COMPLETE"
    case updateRollbackFailed = "UPDATE_ROLLBACK_FAILED"

    /// Whether something is being done.
    var isInProgress: Bool { rawValue.hasSuffix("_IN_PROGRESS") && self != .reviewInProgress }

    /// Whether an update may begin.
    var mayBeUpdated: Bool {
        [.createComplete, .updateComplete, .updateRollbackComplete, .updateFailed, .createFailed].contains(self)
    }

    /// Whether updates that fail are taken back from here, as `RollbackStack` does.
    var mayBeRolledBack: Bool { [.createFailed, .updateFailed].contains(self) }
}
