import ResourceNames

/// Where an execution that has ended badly goes on when it is redriven: its frames as they were when the failure began.
///
/// What had succeeded by then stays done; what had failed, waited or been under way is done again.
struct RedrivePoint: Sendable {
    /// Threads of control by slot.
    let frames: [Frame]
    /// Slots that may be used again.
    let freeSlots: [Int]
    /// Frames that were about to enter a state.
    private let ready: [Int]

    /// The execution as it is now.
    init(_ core: ExecutionCore) {
        frames = core.frames
        freeSlots = core.freeSlots
        ready = core.ready
    }

    /// Whether a frame was about to enter a state when the failure began.
    func isAboutToEnter(_ frame: Int) -> Bool {
        guard case .ready = frames[frame].phase else { return false }
        return ready.contains(frame)
    }
}
