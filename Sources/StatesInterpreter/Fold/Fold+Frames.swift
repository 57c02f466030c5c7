import JSONTree
import StatesLanguage

extension Fold {
    /// Begins a branch or an iteration; it enters its first state when its turn comes.
    ///
    /// - Returns: Its slot.
    mutating func branch(
        into graph: StateGraph, of parent: Int, position: Int, item: MapItem? = nil, input: Payload,
        after previousEvent: Int64
    ) -> Int {
        let frame = Frame(
            graph: graph, parent: parent, position: position, item: item, stateIndex: graph.startAt, input: input,
            previousEvent: previousEvent)
        let slot: Int
        if let free = core.freeSlots.popLast() {
            slot = free
            core.frames[free] = frame
        } else {
            slot = core.frames.count
            core.frames.append(frame)
        }
        core.ready.append(slot)
        return slot
    }

    /// Gives a frame's slot back.
    mutating func release(_ frame: Int) {
        core.frames[frame].phase = .free
        core.frames[frame].input = .emptyObject
        core.frames[frame].variables = JSONObject()
        core.freeSlots.append(frame)
        core.ready.removeAll { $0 == frame }
    }
}
