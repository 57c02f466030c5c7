import JSONTree
import ResourceNames
import StatesLanguage

@testable import StatesInterpreter

/// Runs a Map Run through `advance` alone, its children one after the other.
enum MapRunInterpretation {
    /// What the parent is told.
    static func outcome(
        of dispatch: MapRunDispatch, facts: ExecutionFacts, program: Program, script: @escaping Interpretation.Script
    ) -> MapRunOutcome {
        guard let shaper = MapRunShaper(dispatch, facts: facts, program: program),
            let items = dispatch.items?.tree.arrayValue
        else { return .failed(StatesError("Test", cause: "no items")) }
        let child = Program(graph: shaper.map.processor, timeoutSeconds: nil)
        var state = MapRunState()
        var log: [[UInt8]] = []
        var outputs: [Int: JSON] = [:]
        var pending: [MapRunInput] = [.started(dispatch)]
        while !pending.isEmpty {
            let advance = state.advance(pending, at: facts.startedAt)
            log.append(advance.record)
            pending = []
            for command in advance.commands {
                switch command {
                case .findItems:
                    do throws(StatesError) {
                        pending.append(.itemsFound(count: items.count, batches: try shaper.batches(of: items)))
                    } catch { pending.append(.itemsFailed(error)) }
                case .startChild(let ordinal, let attempt):
                    let range = state.itemRange(of: ordinal)
                    let input = try? shaper.input(of: items[range], from: range.lowerBound)
                    var run = try? Interpretation(
                        child, input: input?.text ?? "{}", express: state.settings.isExpress, at: facts.startedAt,
                        script: script)
                    run?.run()
                    outputs[ordinal] = run?.output
                    pending.append(
                        .childEnded(
                            ordinal: ordinal, attempt: attempt, outcome: run?.output == nil ? .failed : .succeeded,
                            outputBytes: 0))
                case .abortChild, .writeResults, .end: break
                }
            }
        }
        var replayed = MapRunState()
        for record in log where !record.isEmpty {
            guard let (inputs, time) = try? MapRunRecord.read(record),
                replayed.advance(inputs, at: time).record == record
            else { return .failed(StatesError("Test", cause: "a record does not replay")) }
        }
        switch state.end {
        case .failed(let error): return .failed(error)
        case .succeeded: return .succeeded(Payload(.array((0..<state.childCount).compactMap { outputs[$0] })))
        case .aborted, nil: return .failed(StatesError("Test", cause: "it did not end"))
        }
    }
}
