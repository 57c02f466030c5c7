/// What a frame is doing.
enum FramePhase: Sendable {
    /// In the queue, about to enter its state. Leads to all but `free`.
    case ready
    /// In the queue, about to try its state again.
    case retrying
    /// In a Wait state.
    case waiting
    /// In a Task state whose task is out.
    case task(TaskAttempt)
    /// Pausing before a retry, by the id of the failure event.
    case pausing(Int64)
    /// In a Parallel or Map state whose branches run.
    case branching(BranchSet)
    /// In a distributed Map state whose Map Run is out.
    indirect case mapRun(MapRunDispatch)
    /// Its task has failed for good; what becomes of it is decided above.
    case failed
    /// Over; the slot may be used again.
    case free
}
