import ExecutionHistory
import ResourceNames
import StatesLanguage

/// RedriveExecution. Source: developer guide, "Restarting state machine executions with redrive".
extension Fold {
    /// Goes on where the execution ended: states that had not succeeded run again with the same input, their retries counted anew.
    mutating func redrive() {
        guard let point = core.redrivePoint else { preconditionFailure("only what ended badly is redriven") }
        core.redrivePoint = nil
        core.isEnded = false
        core.frames = point.frames
        core.freeSlots = point.freeSlots
        core.redriveCount += 1
        core.redrivenAt = time
        let event = writer.executionRedriven(count: core.redriveCount, previous: writer.lastEventID)
        startExecutionTimer(from: time)
        var stalled: [Int] = []
        for frame in core.frames.indices {
            switch core.frames[frame].phase {
            case .free: continue
            case .branching(let branches):
                core.frames[frame].retries = []
                if branches.running.isEmpty {
                    core.frames[frame].previousEvent = event
                    stalled.append(frame)
                }
                continue
            case .mapRun(let dispatch):
                DistributedMapStep.redrive(dispatch, frame, after: event, in: &self)
                continue
            case .ready where point.isAboutToEnter(frame): break
            case .ready, .retrying, .waiting, .task, .pausing, .failed: core.frames[frame].phase = .retrying
            }
            core.frames[frame].previousEvent = event
            core.frames[frame].retries = []
            core.ready.append(frame)
        }
        for frame in stalled where end == nil { MapStep.goOn(frame, in: &self) }
    }

    /// Sets the timer of the machine's `TimeoutSeconds`, if it has one.
    mutating func startExecutionTimer(from beginning: Timestamp) {
        var limit = program.timeoutSeconds
        if constants.facts.isExpress { limit = min(limit ?? Limits.expressSeconds, Limits.expressSeconds) }
        if let limit { startTimer(.execution, at: beginning + .seconds(limit), isMonotonic: false) }
    }
}
