import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

/// Reads what `SnapshotWriter` wrote. The checksum has been compared; what fails now is of another program or build.
struct SnapshotReader {
    /// What is still to be read.
    var bytes: ByteReader
    private let program: Program
    private var payloads: [Payload] = []

    /// Reads for a program.
    init(_ bytes: ByteReader, program: Program) {
        self.bytes = bytes
        self.program = program
    }

    /// Reads all of it; `nil` when it names a state the program does not have.
    mutating func whole() throws(RecordError) -> ExecutionCore? {
        try readPayloads()
        return try core()
    }

    /// Reads the texts, which stand before all else.
    private mutating func readPayloads() throws(RecordError) {
        for _ in 0..<(try bytes.length()) {
            let text = Array(try bytes.slice(bytes.length()))
            payloads.append(try parsed(text))
        }
    }

    private mutating func core() throws(RecordError) -> ExecutionCore? {
        var core = ExecutionCore()
        core.freeSlots = try numbers()
        core.ready = try numbers()
        for _ in 0..<(try bytes.length()) {
            core.timers.append(
                PendingTimer(
                    id: try TimerID(reading: &bytes), deadline: Timestamp(milliseconds: try bytes.signed()),
                    isMonotonic: try bytes.byte() == 1))
        }
        core.lastEventID = try bytes.id()
        core.recordCount = try bytes.id()
        core.lastTime = Timestamp(milliseconds: try bytes.signed())
        core.variableBytes = try bytes.integer()
        core.redriveCount = try bytes.integer()
        let redrivenAt = try bytes.signed()
        core.redrivenAt = redrivenAt == .min ? nil : Timestamp(milliseconds: redrivenAt)
        for _ in 0..<(try bytes.length()) { core.missingActivities.append(try bytes.text()) }
        let count = try bytes.length()
        var written: [WrittenFrame?] = []
        for _ in 0..<count { written.append(try frame()) }
        for slot in written.indices {
            guard let frame = written[slot] else {
                core.frames.append(.unused(in: program.graph))
                continue
            }
            guard let graph = graph(of: slot, in: written, depth: 0), let index = graph.indexByName[frame.stateName],
                let made = frame.made(in: graph, stateIndex: index)
            else { return nil }
            core.frames.append(made)
        }
        let slots = core.frames.indices
        guard bytes.isAtEnd, (core.freeSlots + core.ready).allSatisfy({ slots.contains($0) }) else { return nil }
        return core
    }

    /// The states a frame runs through: found from the frames around it, of which a later slot may be the outer one.
    private func graph(of slot: Int, in frames: [WrittenFrame?], depth: Int) -> StateGraph? {
        guard depth <= frames.count, frames.indices.contains(slot), let frame = frames[slot] else { return nil }
        guard frame.parent >= 0 else { return program.graph }
        guard let outer = graph(of: frame.parent, in: frames, depth: depth + 1), let parent = frames[frame.parent],
            let index = outer.indexByName[parent.stateName]
        else { return nil }
        switch outer.states[index].kind {
        case .parallel(let parallel):
            return parallel.branches.indices.contains(frame.position) ? parallel.branches[frame.position] : nil
        case .map(let map): return map.processor
        default: return nil
        }
    }

    private mutating func frame() throws(RecordError) -> WrittenFrame? {
        guard try bytes.byte() == 1 else { return nil }
        let parent = Int(try bytes.signed())
        let position = try bytes.integer()
        var item: MapItem?
        if let index = try bytes.optionalCount() { item = MapItem(index: index, value: try value()) }
        var frame = WrittenFrame(
            parent: parent, position: position, item: item, stateName: try bytes.text(), input: try payload())
        frame.previousEvent = try bytes.id()
        frame.enteredEvent = try bytes.id()
        frame.beforeEntered = try bytes.id()
        frame.enteredAt = Timestamp(milliseconds: try bytes.signed())
        frame.variables = try value().objectValue ?? JSONObject()
        frame.retries = try numbers()
        frame.phase = try phase()
        return frame
    }

    private mutating func phase() throws(RecordError) -> WrittenFrame.Phase {
        switch try bytes.byte() {
        case 1: return .plain(.ready)
        case 2: return .plain(.retrying)
        case 3: return .plain(.waiting)
        case 4: return .task(try attempt())
        case 5: return .plain(.pausing(try bytes.id()))
        case 6: return .plain(.branching(try branches()))
        case 7: return .plain(.failed)
        case 8:
            guard let dispatch = MapRunDispatch(json: try value()) else {
                throw RecordError(.malformed, at: bytes.offset)
            }
            return .plain(.mapRun(dispatch))
        default: throw RecordError(.malformed, at: bytes.offset)
        }
    }

    /// The attempt but for its resource, which the state has.
    private mutating func attempt() throws(RecordError) -> WrittenFrame.Attempt {
        var attempt = WrittenFrame.Attempt(
            task: try bytes.id(), input: try payload(), number: try bytes.integer(), token: try bytes.text(),
            credentialsRoleARN: try bytes.optionalText(), timeoutSeconds: try bytes.optionalCount(),
            heartbeatSeconds: try bytes.optionalCount(), isSubmitted: try bytes.byte() == 1,
            job: try bytes.optionalText())
        switch try bytes.byte() {
        case 0: break
        case 1: attempt.heldAnswer = .success(try payload())
        default: attempt.heldAnswer = .failure(StatesError(try bytes.optionalText(), cause: try bytes.optionalText()))
        }
        return attempt
    }

    private mutating func branches() throws(RecordError) -> BranchSet {
        let running = try numbers()
        var outputs: [Payload?] = []
        for _ in 0..<(try bytes.length()) { outputs.append(try bytes.byte() == 0 ? nil : payload()) }
        let (outputBytes, missing, nextItem) = (try bytes.integer(), try bytes.integer(), try bytes.integer())
        return BranchSet(
            running: running, outputs: outputs, outputBytes: outputBytes, missing: missing, nextItem: nextItem,
            items: try value().arrayValue ?? [], input: try payload())
    }

    private mutating func numbers() throws(RecordError) -> [Int] {
        var numbers: [Int] = []
        for _ in 0..<(try bytes.length()) { numbers.append(try bytes.integer()) }
        return numbers
    }

    private mutating func value() throws(RecordError) -> JSON {
        try parsed(Array(try bytes.slice(bytes.length()))).tree
    }

    private mutating func payload() throws(RecordError) -> Payload {
        let index = try bytes.integer()
        guard payloads.indices.contains(index) else { throw RecordError(.malformed, at: bytes.offset) }
        return payloads[index]
    }

    private func parsed(_ text: [UInt8]) throws(RecordError) -> Payload {
        do { return try Payload(parsing: text) } catch { throw RecordError(.malformed, at: bytes.offset) }
    }
}
