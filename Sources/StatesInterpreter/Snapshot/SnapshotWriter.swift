import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

/// Turns the changing parts of an execution into bytes.
struct SnapshotWriter {
    private var bytes: [UInt8] = []
    /// The texts that it names by index, each object once.
    private var payloads: [Payload] = []
    private var indexes: [ObjectIdentifier: Int] = [:]

    /// All of an execution's changing parts: the texts, then what names them.
    static func bytes(of core: ExecutionCore) -> [UInt8] {
        var writer = SnapshotWriter()
        writer.write(core)
        var bytes: [UInt8] = []
        bytes.appendCount(writer.payloads.count)
        for payload in writer.payloads {
            bytes.appendCount(payload.byteCount)
            bytes.append(contentsOf: payload.bytes)
        }
        return bytes + writer.bytes
    }

    private mutating func write(_ core: ExecutionCore) {
        write(core.freeSlots)
        write(core.ready)
        bytes.appendCount(core.timers.count)
        for timer in core.timers {
            timer.id.write(into: &bytes)
            bytes.appendSigned(timer.deadline.milliseconds)
            bytes.append(timer.isMonotonic ? 1 : 0)
        }
        bytes.appendID(core.lastEventID)
        bytes.appendID(core.recordCount)
        bytes.appendSigned(core.lastTime.milliseconds)
        bytes.appendCount(core.variableBytes)
        bytes.appendCount(core.redriveCount)
        bytes.appendSigned(core.redrivenAt?.milliseconds ?? .min)
        bytes.appendCount(core.missingActivities.count)
        for activity in core.missingActivities { bytes.appendText(activity) }
        bytes.appendCount(core.frames.count)
        for frame in core.frames { write(frame) }
    }

    private mutating func write(_ frame: Frame) {
        if case .free = frame.phase { return bytes.append(0) }
        bytes.append(1)
        bytes.appendSigned(Int64(frame.parent))
        bytes.appendCount(frame.position)
        bytes.appendOptionalCount(frame.item?.index)
        if let item = frame.item { write(item.value) }
        bytes.appendText(frame.graph.states[frame.stateIndex].name)
        write(frame.input)
        bytes.appendID(frame.previousEvent)
        bytes.appendID(frame.enteredEvent)
        bytes.appendID(frame.beforeEntered)
        bytes.appendSigned(frame.enteredAt.milliseconds)
        write(.object(frame.variables))
        write(frame.retries)
        write(frame.phase)
    }

    private mutating func write(_ phase: FramePhase) {
        switch phase {
        case .free: preconditionFailure("a free slot has no phase to write")
        case .ready: bytes.append(1)
        case .retrying: bytes.append(2)
        case .waiting: bytes.append(3)
        case .task(let attempt):
            bytes.append(4)
            write(attempt)
        case .pausing(let event):
            bytes.append(5)
            bytes.appendID(event)
        case .branching(let branches):
            bytes.append(6)
            write(branches)
        case .failed: bytes.append(7)
        case .mapRun(let dispatch):
            bytes.append(8)
            write(dispatch.json)
        }
    }

    private mutating func write(_ attempt: TaskAttempt) {
        let dispatch = attempt.dispatch
        bytes.appendID(dispatch.task)
        write(dispatch.input)
        bytes.appendCount(dispatch.attempt)
        bytes.appendText(dispatch.token)
        bytes.appendOptionalText(dispatch.credentialsRoleARN)
        bytes.appendOptionalCount(dispatch.timeoutSeconds)
        bytes.appendOptionalCount(attempt.heartbeatSeconds)
        bytes.append(attempt.isSubmitted ? 1 : 0)
        bytes.appendOptionalText(attempt.job)
        switch attempt.heldAnswer {
        case nil: bytes.append(0)
        case .success(let output):
            bytes.append(1)
            write(output)
        case .failure(let error):
            bytes.append(2)
            bytes.appendOptionalText(error.name)
            bytes.appendOptionalText(error.cause)
        }
    }

    private mutating func write(_ branches: BranchSet) {
        write(branches.running)
        bytes.appendCount(branches.outputs.count)
        for output in branches.outputs {
            bytes.append(output == nil ? 0 : 1)
            if let output { write(output) }
        }
        bytes.appendCount(branches.outputBytes)
        bytes.appendCount(branches.missing)
        bytes.appendCount(branches.nextItem)
        write(.array(branches.items))
        write(branches.input)
    }

    private mutating func write(_ numbers: [Int]) {
        bytes.appendCount(numbers.count)
        for number in numbers { bytes.appendCount(number) }
    }

    private mutating func write(_ value: JSON) {
        let text = value.bytes
        bytes.appendCount(text.count)
        bytes.append(contentsOf: text)
    }

    private mutating func write(_ payload: Payload) {
        let index = indexes[ObjectIdentifier(payload)] ?? payloads.count
        if index == payloads.count {
            indexes[ObjectIdentifier(payload)] = index
            payloads.append(payload)
        }
        bytes.appendCount(index)
    }
}
