import JSONTree
import ResourceNames
import StatesLanguage

/// A frame as a snapshot holds it: its state by name, without what the program knows.
struct WrittenFrame {
    /// An open task without the resource, which its state names.
    struct Attempt {
        /// The id of the scheduling event.
        var task: Int64
        /// The effective parameters.
        var input: Payload
        /// From 1.
        var number: Int
        /// Empty unless the task waits for one.
        var token: String
        /// `Credentials.RoleArn`, worked out.
        var credentialsRoleARN: String?
        /// The task's own time limit in seconds.
        var timeoutSeconds: Int?
        /// `HeartbeatSeconds`, if it has one.
        var heartbeatSeconds: Int?
        /// Whether it has been submitted, or taken.
        var isSubmitted: Bool
        /// The execution a `.sync` task waits for.
        var job: String?
        /// An answer that came too early.
        var heldAnswer: TokenAnswer?
    }

    /// What the frame was doing.
    enum Phase {
        /// Waiting for its task.
        case task(Attempt)
        /// Anything that needs nothing of the program.
        case plain(FramePhase)
    }

    /// The slot of the frame whose state it belongs to; -1 for the machine itself.
    let parent: Int
    /// The number of the branch or item.
    let position: Int
    /// The item, in a Map iteration.
    let item: MapItem?
    /// The state it is in.
    let stateName: String
    /// The state's input.
    let input: Payload
    /// The last event of this thread.
    var previousEvent: Int64 = 0
    /// The event that entered the state.
    var enteredEvent: Int64 = 0
    /// What that event follows.
    var beforeEntered: Int64 = 0
    /// When the state was entered.
    var enteredAt = Timestamp(milliseconds: 0)
    /// What it has assigned.
    var variables = JSONObject()
    /// Retries so far, per retrier.
    var retries: [Int] = []
    /// What it was doing.
    var phase = Phase.plain(.ready)

    /// The frame; `nil` when a task was out and the state is no Task.
    func made(in graph: StateGraph, stateIndex: Int) -> Frame? {
        var frame = Frame(
            graph: graph, parent: parent, position: position, item: item, stateIndex: stateIndex, input: input,
            previousEvent: previousEvent)
        frame.enteredEvent = enteredEvent
        frame.beforeEntered = beforeEntered
        frame.enteredAt = enteredAt
        frame.variables = variables
        frame.retries = retries
        switch phase {
        case .plain(let phase): frame.phase = phase
        case .task(let attempt):
            guard case .task(let state) = graph.states[stateIndex].kind else { return nil }
            let dispatch = TaskDispatch(
                task: attempt.task, stateName: stateName, resource: state.resource, input: attempt.input,
                attempt: attempt.number, token: attempt.token, credentialsRoleARN: attempt.credentialsRoleARN,
                timeoutSeconds: attempt.timeoutSeconds)
            frame.phase = .task(
                TaskAttempt(
                    dispatch: dispatch, heartbeatSeconds: attempt.heartbeatSeconds, isSubmitted: attempt.isSubmitted, job: attempt.job,
                    heldAnswer: attempt.heldAnswer))
        }
        return frame
    }
}

extension Frame {
    /// What stands in a slot that may be used again.
    static func unused(in graph: StateGraph) -> Frame {
        var frame = Frame(
            graph: graph, parent: -1, position: 0, item: nil, stateIndex: graph.startAt, input: .emptyObject,
            previousEvent: 0)
        frame.phase = .free
        return frame
    }
}
