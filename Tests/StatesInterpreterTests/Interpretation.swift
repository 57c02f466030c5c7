import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

@testable import StatesInterpreter

/// Runs an execution through `advance` alone: tasks answer as scripted, a manual clock moves from timer to timer.
struct Interpretation {
    /// What a scripted task comes to.
    enum Outcome {
        case inputs([Input])
        /// Never answers: only timers go on.
        case silence
    }

    /// Tokens that anyone can read.
    struct PlainTokens: TaskTokenMint {
        func token(task: Int64) -> String { "token-\(task)" }
    }

    typealias Script = (TaskDispatch) -> Outcome

    private(set) var state: ExecutionState
    private(set) var records: [[UInt8]] = []
    private(set) var commands: [Command] = []
    private(set) var now: Timestamp
    private(set) var end: ExecutionEnd?
    let program: Program
    private let facts: ExecutionFacts
    private let script: Script
    private var waiting: [TaskDispatch] = []
    private var proceeds = false
    /// Map Runs that have been started and not answered.
    private var mapRuns: [MapRunDispatch] = []
    private var seed: UInt64 = 42

    static let noon = Timestamp(milliseconds: 1_795_476_000_000)

    init(
        _ definition: String, input: String = "{}", express: Bool = false, at time: Timestamp = noon,
        script: @escaping Script = { _ in .silence }
    ) throws {
        let check = Definition.check(Array(definition.utf8), type: express ? .express : .standard)
        guard let program = check.program else {
            throw Refused(problems: check.problems.map { "\($0.code) \($0.message) at \($0.pointer)" })
        }
        try self.init(program, input: input, express: express, at: time, script: script)
    }

    init(
        _ program: Program, input: String = "{}", express: Bool = false, at time: Timestamp = noon,
        script: @escaping Script
    ) throws {
        self.program = program
        self.script = script
        now = time
        let place = "arn:aws:states:us-east-1:111111111111"
        facts = ExecutionFacts(
            executionARN: "\(place):execution:machine:run", executionName: "run",
            stateMachineARN: "\(place):stateMachine:machine",
            stateMachineName: "machine", roleARN: "arn:aws:iam::111111111111:role/machine",
            territory: Territory(account: "111111111111", region: "us-east-1"), startedAt: time,
            input: try Payload(parsing: Array(input.utf8)), isExpress: express, tokens: PlainTokens())
        state = ExecutionState(facts: facts)
    }

    /// The definition has errors.
    struct Refused: Error, CustomStringConvertible {
        let problems: [String]
        var description: String { problems.joined(separator: "; ") }
    }

    /// Starts and goes on until the execution ends, nothing is left to do, or a condition holds.
    mutating func run(until isEnough: (Interpretation) -> Bool = { _ in false }) {
        if records.isEmpty { give(.started) }
        while end == nil, !isEnough(self) {
            if proceeds {
                proceeds = false
                give(.proceed)
            } else if !mapRuns.isEmpty {
                let run = mapRuns.removeFirst()
                let outcome = MapRunInterpretation.outcome(of: run, facts: facts, program: program, script: script)
                give(.mapRunEnded(task: run.task, redrive: run.redriveCount, outcome: outcome))
            } else if !waiting.isEmpty {
                let task = waiting.removeFirst()
                if case .inputs(let inputs) = script(task) {
                    for input in inputs where state.accepts(input) { give(input) }
                }
            } else if let next = state.timers.min(by: { $0.deadline < $1.deadline }) {
                now = max(now, next.deadline)
                give(.timerFired(next.id))
            } else {
                return
            }
        }
    }

    /// Folds inputs as one advance.
    mutating func give(_ inputs: Input...) {
        seed &+= 1
        let advance = state.advance(inputs, program: program, at: now, seed: seed)
        if !advance.record.isEmpty { records.append(advance.record) }
        commands += advance.commands
        for command in advance.commands {
            switch command {
            case .dispatchTask(let task): waiting.append(task)
            case .cancelTask(let task, _, _): waiting.removeAll { $0.task == task }
            case .proceed: proceeds = true
            case .end(let end): self.end = end
            case .startMapRun(let run): mapRuns.append(run)
            case .stopMapRun(let run): mapRuns.removeAll { $0.task == run.task }
            case .startTimer, .cancelTimer: break
            }
        }
    }

    /// Redrives an execution that has ended badly.
    mutating func redrive() {
        end = nil
        waiting = []
        give(.redriven)
    }

    /// Lets time pass without anything happening.
    mutating func wait(seconds: Int64) { now = now + .seconds(seconds) }

    /// The events of all records.
    var history: [HistoryEvent] {
        get throws { try records.flatMap { try RecordReader($0).events() } }
    }

    /// Type, id and previousEventId of each event: `2←0 PassStateEntered`.
    var outline: [String] {
        get throws { try history.map { "\($0.id)←\($0.previousEventID) \($0.type.name)" } }
    }

    /// The types of the events.
    var types: [String] {
        get throws { try history.map(\.type.name) }
    }

    /// The details of the last event of a type.
    func details(_ type: HistoryEventType) throws -> JSON {
        guard let event = try history.last(where: { $0.type == type }), case .object(let members) = event.json() else {
            return .null
        }
        return members.first { $0.key.hasSuffix("EventDetails") }?.value ?? .emptyObject
    }

    /// The output, parsed; `nil` unless it has succeeded.
    var output: JSON? { if case .succeeded(let output) = end { output.tree } else { nil } }

    /// Error and cause; `nil` unless it has failed.
    var failure: StatesError? { if case .failed(let error) = end { error } else { nil } }

    /// A fresh state with the same facts: where replay begins.
    var beginning: ExecutionState { ExecutionState(facts: facts) }

    /// Folds the recorded inputs again.
    ///
    /// - Returns: The state, and the first record that came out different, if any.
    func replay(_ count: Int? = nil) throws -> (state: ExecutionState, mismatch: Int?) {
        var state = beginning
        for (number, record) in records.prefix(count ?? records.count).enumerated() {
            let reader = try RecordReader(record)
            let advance = state.advance(
                try reader.foldableInputs(), program: program, at: reader.header.time, seed: reader.header.seed)
            if advance.record != record { return (state, number) }
        }
        return (state, nil)
    }

    /// A record or a snapshot does not come out as it was written.
    struct Mismatch: Error {
        let what: String
    }

    /// Loses everything but the first records, as a crash does, and folds them again. What had been commanded is commanded again.
    ///
    /// - Parameter takesSnapshot: Goes on from a snapshot of the state instead of the state itself, unless the execution has ended.
    mutating func crash(after count: Int, takesSnapshot: Bool = false) throws {
        let (state, mismatch) = try replay(count)
        if let mismatch { throw Mismatch(what: "record \(mismatch) does not replay") }
        self.state = state
        if takesSnapshot, !state.isEnded {
            let bytes = Snapshot.bytes(of: state, after: Int64(count))
            guard let snapshot = Snapshot(bytes, facts: facts, program: program) else {
                throw Mismatch(what: "the snapshot after record \(count) cannot be read")
            }
            self.state = snapshot.state
        }
        records.removeLast(records.count - count)
        waiting = state.openTasks
        mapRuns = state.openMapRuns
        proceeds = state.wantsProceed
        end = nil
        seed = 42 &+ UInt64(count)
        if count == 0 { return }
        now = state.lastTime ?? now
    }
}
