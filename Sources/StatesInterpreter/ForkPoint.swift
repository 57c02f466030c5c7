import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

/// Where an execution that is forked from another goes on: the other's threads of control as they were when it was about to enter a state.
///
/// What had succeeded by then stays done. What was under way in other branches is done again, as in a redrive.
package struct ForkPoint: Sendable {
    /// The execution at that moment.
    private let core: ExecutionCore
    /// The thread of control that is about to enter the state.
    private let frame: Int

    /// Notes where an execution stands that is about to enter a state.
    init(_ core: ExecutionCore, entering frame: Int) {
        self.core = core
        self.frame = frame
    }

    /// The name of the state.
    package var stateName: String {
        let frame = core.frames[frame]
        return frame.graph.states[frame.stateIndex].name
    }

    /// The stored form.
    ///
    /// - Parameter input: The state's input instead of the one it had; `nil` for that one.
    package func bytes(input: Payload?) -> [UInt8] {
        var forked = core
        forked.timers = []
        (forked.redriveCount, forked.redrivenAt) = (0, nil)
        if let input { forked.frames[frame].input = input }
        var again: [Int] = []
        for slot in forked.frames.indices where slot != frame {
            switch forked.frames[slot].phase {
            case .free, .branching, .ready, .retrying: continue
            // A Map Run belongs to the other execution: this one gets one of its own.
            case .waiting, .task, .pausing, .failed, .mapRun:
                forked.frames[slot].phase = .retrying
                forked.frames[slot].retries = []
                again.append(slot)
            }
        }
        forked.ready = [frame] + core.ready + again
        return [Snapshot.formatVersion] + SnapshotWriter.bytes(of: forked)
    }
}

extension Program {
    /// Whether an execution of this program can go on at a fork point, given as its stored form.
    package func holds(_ point: [UInt8]) -> Bool { ExecutionCore(forked: point, program: self) != nil }
}

extension ExecutionCore {
    /// Reads the stored form of a fork point; `nil` when it does not fit the program.
    fileprivate init?(forked point: [UInt8], program: Program) {
        guard point.first == Snapshot.formatVersion else { return nil }
        // Why it cannot be read does not matter: the execution that begins there fails.
        var reader = SnapshotReader(ByteReader(point[1...]), program: program)
        guard let core = try? reader.whole() else { return nil }
        self = core
    }
}

extension Fold {
    /// Goes on where another execution stood; the events up to there have been taken over.
    mutating func fork(at point: [UInt8]) {
        guard var forked = ExecutionCore(forked: point, program: program) else {
            let cause = "The state at which the execution was forked does not fit its definition."
            return failExecution(StatesError(StatesErrorName.runtime, cause: cause), previous: 0)
        }
        (forked.lastEventID, forked.recordCount, forked.lastTime) = (core.lastEventID, core.recordCount, core.lastTime)
        forked.missingActivities = core.missingActivities
        core = forked
        startExecutionTimer(from: constants.facts.startedAt)
    }
}
