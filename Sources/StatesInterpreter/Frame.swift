import JSONTree
import ResourceNames
import StatesLanguage

/// One thread of control: the machine itself, a branch of a Parallel state, an iteration of a Map state.
struct Frame: Sendable {
    /// The states it runs through.
    let graph: StateGraph
    /// The frame whose state it belongs to; -1 for the machine itself.
    let parent: Int
    /// The number of the branch or item, from 0.
    let position: Int
    /// The item, in a Map iteration.
    let item: MapItem?

    /// The state it is in or about to enter.
    var stateIndex: Int
    /// The state's input as it came, before `InputPath`.
    var input: Payload
    /// The last event of this thread: what its next event follows.
    var previousEvent: Int64
    /// The event that entered the state.
    var enteredEvent: Int64 = 0
    /// What that event follows.
    var beforeEntered: Int64 = 0
    /// When the state was entered.
    var enteredAt = Timestamp(milliseconds: 0)
    /// The variables this frame has assigned; outer ones are the parent's.
    var variables = JSONObject()
    /// Retries so far, per retrier of the state; empty before the first failure.
    var retries: [Int] = []
    /// What it is doing.
    var phase = FramePhase.ready

    /// The retries of the state so far.
    var retryCount: Int { retries.reduce(0, +) }
}
