import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

struct MapRunTests {
    private static let machine = #"""
        {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"M","States":{"M":{"Type":"Map",
        "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"W",
        "States":{"W":{"Type":"Pass","End":true}}},"ToleratedFailurePercentage":40,"End":true}}}],"End":true}}}
        """#

    private func dispatch(_ change: (inout MapRunSettings) -> Void = { _ in }) throws -> MapRunDispatch {
        var run = try Interpretation(Self.machine, input: "[1,2,3,4,5]")
        run.give(.started)
        var dispatch = try #require(run.state.openMapRuns.first)
        change(&dispatch.settings)
        return dispatch
    }

    /// A Map Run of five items that has begun.
    private func begun(_ change: (inout MapRunSettings) -> Void = { _ in }) throws -> (MapRunState, MapRunAdvance) {
        var state = MapRunState()
        let advance = state.advance(
            [.started(try dispatch(change)), .itemsFound(count: 5, batches: [])], at: Interpretation.noon)
        return (state, advance)
    }

    private func ended(_ ordinal: Int, _ outcome: MapRunChildOutcome) -> MapRunInput {
        .childEnded(ordinal: ordinal, attempt: 0, outcome: outcome, outputBytes: 1)
    }

    @Test func aSnapshotKeepsTheMapRunOfItsExecution() throws {
        var run = try Interpretation(Self.machine, input: "[1,2]")
        run.give(.started)
        let bytes = Snapshot.bytes(of: run.state, after: 1)
        var read = try #require(Snapshot(bytes, facts: run.state.facts, program: run.program)).state
        let dispatch = try #require(read.openMapRuns.first)
        #expect(dispatch.json == run.state.openMapRuns.first?.json)
        let input = Input.mapRunEnded(task: dispatch.task, redrive: 0, outcome: .succeeded(Payload([1, 2])))
        var known = run.state
        let after = read.advance([input], program: run.program, at: Interpretation.noon, seed: 1)
        #expect(after.record == known.advance([input], program: run.program, at: Interpretation.noon, seed: 1).record)
    }

    @Test func aPercentageCountsAllItems() throws {
        var (state, _) = try begun()
        _ = state.advance([ended(0, .failed), ended(1, .timedOut)], at: Interpretation.noon)
        #expect(state.children[.running] == 3)
        let advance = state.advance([ended(2, .failed)], at: Interpretation.noon)
        let stopped = advance.commands.compactMap { if case .abortChild(let ordinal, _) = $0 { ordinal } else { nil } }
        #expect(stopped == [3, 4])
        _ = state.advance([ended(3, .aborted), ended(4, .succeeded)], at: Interpretation.noon)
        guard case .failed(let error) = state.end else { return #expect(Bool(false), "it should have failed") }
        #expect(error.name == StatesErrorName.exceedToleratedFailureThreshold)
    }

    @Test func aSecondReportOfAChildIsNotRecorded() throws {
        var (state, _) = try begun()
        #expect(!state.advance([ended(0, .succeeded)], at: Interpretation.noon).record.isEmpty)
        #expect(state.advance([ended(0, .failed)], at: Interpretation.noon).record.isEmpty)
        #expect(state.children[.succeeded] == 1)
    }

    @Test func moreMayRunAtOnceAfterAnUpdate() throws {
        var (state, advance) = try begun { $0.concurrency = 1 }
        #expect(advance.commands.count == 2)
        advance = state.advance(
            [.updated(concurrency: 3, toleratedCount: nil, toleratedPercentage: nil)], at: Interpretation.noon)
        #expect(advance.commands.count == 2)
        #expect(state.children[.running] == 3)
    }

    @Test func resultsThatAreTooLargeFailIt() throws {
        var (state, _) = try begun()
        let half = MapRunInput.childEnded(ordinal: 0, attempt: 0, outcome: .succeeded, outputBytes: 262_136)
        _ = state.advance([half] + (1...3).map { ended($0, .succeeded) }, at: Interpretation.noon)
        #expect(state.end == nil)
        let advance = state.advance([ended(4, .succeeded)], at: Interpretation.noon)
        guard case .end(.failed(let error)) = advance.commands.last else {
            return #expect(Bool(false), "it should have failed: \(advance.commands)")
        }
        #expect(error.name == StatesErrorName.dataLimitExceeded)
        var (fitting, _) = try begun()
        let less = MapRunInput.childEnded(ordinal: 0, attempt: 0, outcome: .succeeded, outputBytes: 262_134)
        _ = fitting.advance([less] + (1...4).map { ended($0, .succeeded) }, at: Interpretation.noon)
        guard case .succeeded = fitting.end else { return #expect(Bool(false), "it should fit") }
    }

    /// Source: developer guide, "Redriving Map Runs".
    @Test(arguments: [("States.DataLimitExceeded", "MapRunStarted"), ("States.ItemReaderFailed", "MapRunRedriven")])
    func aRedriveGoesOnWithTheMapRunUnlessItsResultsWereTooLarge(error: String, event: String) throws {
        var run = try Interpretation(Self.machine, input: "[1]")
        run.give(.started)
        let first = try #require(run.state.openMapRuns.first)
        run.give(.mapRunEnded(task: first.task, redrive: 0, outcome: .failed(StatesError(error, cause: nil))))
        #expect(run.failure?.name == error)
        run.redrive()
        let second = try #require(run.state.openMapRuns.first)
        #expect(try run.types.last == event)
        #expect((second.id == first.id) == (event == "MapRunRedriven"))
        #expect(try run.replay().mismatch == nil)
    }

    @Test func aMapRunOutsideAFailedBranchIsStopped() throws {
        let machine = Self.machine.replacing(
            #""Branches":["#,
            with:
                #""Branches":[{"StartAt":"F","States":{"F":{"Type":"Wait","Seconds":1,"Next":"G"},"G":{"Type":"Fail"}}},"#
        )
        var run = try Interpretation(machine, input: "[1]")
        run.give(.started)
        let timer = try #require(run.state.timers.first)
        run.give(.timerFired(timer.id))
        #expect(run.commands.contains { if case .stopMapRun = $0 { true } else { false } })
        #expect(try run.types.contains("MapRunAborted"))
    }
}
