import JSONTree
import ResourceNames

/// The parts of an execution's state that advances change.
struct ExecutionCore: Sendable {
    /// Threads of control by slot; the machine itself is number 0.
    var frames: [Frame] = []
    /// Slots that may be used again.
    var freeSlots: [Int] = []
    /// Frames about to enter their state, first come first served.
    var ready: [Int] = []
    /// Timers that are set.
    var timers: [PendingTimer] = []
    /// The id of the last event.
    var lastEventID: Int64 = 0
    /// Records so far.
    var recordCount: Int64 = 0
    /// The time of the last record.
    var lastTime = Timestamp(milliseconds: .min)
    /// Bytes of all variables in sight, at most: overwritten values count until the sum is worked out anew.
    var variableBytes = 0
    /// Activities of the definition that do not exist, as last told.
    var missingActivities: [String] = []
    /// Whether the execution is over.
    var isEnded = false
    /// Where it would go on; set when it has ended badly.
    var redrivePoint: RedrivePoint?
    /// How often it has been redriven.
    var redriveCount = 0
    /// When it was redriven last.
    var redrivenAt: Timestamp?

    /// Whether an input would have an effect now.
    func accepts(_ input: Input) -> Bool {
        if case .redriven = input {
            return isEnded && redrivePoint != nil && lastEventID < Limits.historyEvents - 1
        }
        if isEnded { return false }
        if case .started = input { return recordCount == 0 }
        if case .forked = input { return recordCount > 0 && frames.isEmpty }
        if case .activitiesMissing = input { return true }
        guard !frames.isEmpty else { return false }
        switch input {
        case .started, .forked, .redriven, .activitiesMissing: return false
        case .proceed: return !ready.isEmpty
        case .taskSucceeded(let task, _): return openTask(task)?.awaitsResult ?? false
        case .taskFailed(let task, _, _): return openTask(task)?.awaitsHandler ?? false
        case .submitted(let task, _): return openTask(task)?.awaitsSubmission ?? false
        case .timerFired(let timer): return timers.contains { $0.id == timer }
        case .heartbeat(let task): return openTask(task).map { $0.heldAnswer == nil } ?? false
        case .tokenAnswered(let task, _):
            return openTask(task).map { $0.heldAnswer == nil && !$0.dispatch.token.isEmpty } ?? false
        case .activityStarted(let task, _):
            return openTask(task)?.awaitsWorker ?? false
        case .mapRunEnded(let task, let redrive, _):
            return openMapRun(task).map { $0.redriveCount == redrive } ?? false
        case .stopped, .keyLost: return true
        case .recovered: return timers.contains { $0.isMonotonic }
        }
    }

    /// The frame a task belongs to.
    func frame(ofTask task: Int64) -> Int? {
        frames.firstIndex { frame in
            if case .task(let attempt) = frame.phase { attempt.dispatch.task == task } else { false }
        }
    }

    /// A task that is out.
    func openTask(_ task: Int64) -> TaskAttempt? {
        guard let frame = frame(ofTask: task), case .task(let attempt) = frames[frame].phase else { return nil }
        return attempt
    }

    /// The frame a Map Run belongs to.
    func frame(ofMapRun task: Int64) -> Int? {
        frames.firstIndex { frame in
            if case .mapRun(let dispatch) = frame.phase { dispatch.task == task } else { false }
        }
    }

    /// A Map Run that is out.
    func openMapRun(_ task: Int64) -> MapRunDispatch? {
        guard let frame = frame(ofMapRun: task), case .mapRun(let dispatch) = frames[frame].phase else { return nil }
        return dispatch
    }
}
