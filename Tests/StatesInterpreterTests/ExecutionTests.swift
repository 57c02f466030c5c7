import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// How executions end, and the bounds of advances and histories.
struct ExecutionTests {
    private static let loop = #"""
        {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"S":{"Type":"Succeed"},
          "B":{"Type":"Choice","Choices":[{"Variable":"$.never","IsPresent":true,"Next":"S"}],"Default":"A"}}}
        """#

    @Test func anAdvanceIsBoundedAndAsksForItself() throws {
        var run = try Interpretation(Self.loop)
        run.give(.started)
        #expect(run.state.lastEventID == 1 + 2 * 1_000)
        #expect(run.state.accepts(.proceed))
        let isLast = if case .proceed = run.commands.last { true } else { false }
        #expect(isLast)
    }

    @Test func aStopEntersBetweenTwoAdvances() throws {
        var run = try Interpretation(Self.loop)
        run.give(.started)
        run.give(.stopped(error: "E", cause: "C"))
        let last = try #require(run.history.last)
        #expect(last.type == .executionAborted)
        #expect(last.previousEventID == 0)
        #expect(!run.state.accepts(.proceed))
        #expect(try run.details(.executionAborted) == ["error": "E", "cause": "C"])
    }

    @Test func anExecutionWhoseKeyIsLostFailsAndReplays() throws {
        var run = try Interpretation(Self.loop)
        run.give(.started)
        run.give(.keyLost(cause: "locked"))
        #expect(try run.history.last?.type == .executionFailed)
        #expect(try run.details(.executionFailed) == ["error": "States.Runtime", "cause": "locked"])
        #expect(try run.replay().mismatch == nil)
    }

    @Test func madePayloadCountsTowardsTheBudget() throws {
        let machine = #"""
            {"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":"$.x"},"Next":"B"},"S":{"Type":"Succeed"},
              "B":{"Type":"Choice","Choices":[{"Variable":"$.never","IsPresent":true,"Next":"S"}],"Default":"A"}}}
            """#
        var run = try Interpretation(machine, input: "{\"x\":\"\(String(repeating: "a", count: 200_000))\"}")
        run.give(.started)
        #expect(run.state.lastEventID == 1 + 2 * 11)
    }

    @Test func event25000IsTheFailure() throws {
        var run = try Interpretation(Self.loop)
        run.run()
        let last = try #require(run.history.last)
        #expect(last.id == 25_000)
        #expect(last.previousEventID == 24_999)
        #expect(last.type == .executionFailed)
        #expect(
            run.failure
                == StatesError(
                    "States.Runtime", cause: "The execution reached the maximum number of history events (25000)."))
        #expect(try run.history.map(\.id) == Array(1...25_000))
        #expect(try run.replay().mismatch == nil)
    }

    @Test func expressExecutionsHaveNoEventLimit() throws {
        var run = try Interpretation(Self.loop, express: true)
        run.run { $0.state.lastEventID > 25_500 }
        #expect(run.end == nil)
    }

    @Test func noTaskIsDispatchedBeyondTheLastEvent() throws {
        // 24,998 events of Pass states, then a task whose scheduling event would be number 25,001.
        let machine = #"""
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$","MaxConcurrency":1,"ItemProcessor":{"StartAt":"P","States":{
              "P":{"Type":"Pass","Next":"T"},"T":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f","End":true}}},"End":true}}}
            """#
        let items = "[" + Array(repeating: "0", count: 4_000).joined(separator: ",") + "]"
        var run = try Interpretation(machine, input: items) {
            .inputs([.taskSucceeded(task: $0.task, output: $0.input)])
        }
        run.run()
        #expect(run.state.lastEventID == 25_000)
        #expect(run.failure?.name == "States.Runtime")
        for case .dispatchTask(let task) in run.commands { #expect(task.task < 25_000) }
    }

    @Test func theMachinesTimeoutEndsItAsTimedOut() throws {
        let machine = #"{"StartAt":"W","TimeoutSeconds":5,"States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}"#
        var run = try Interpretation(machine)
        run.run()
        #expect(try run.outline == ["1←0 ExecutionStarted", "2←0 WaitStateEntered", "3←0 ExecutionTimedOut"])
        #expect(try run.details(.executionTimedOut) == ["error": "States.Timeout"])
        #expect(run.now - Interpretation.noon == .seconds(5))
        #expect(run.state.timers.isEmpty)
    }

    @Test func endIsTheLastCommandAndLetsGoOfAll() throws {
        let machine = #"""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
              {"StartAt":"T","States":{"T":{"Type":"Task","TimeoutSeconds":9,"Resource":"arn:aws:lambda:us-east-1:111111111111:function:f","End":true}}},
              {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}],"End":true}}}
            """#
        var run = try Interpretation(machine)
        run.give(.started)
        let before = run.commands.count
        run.give(.stopped(error: nil, cause: nil))
        let texts = run.commands.dropFirst(before).map { "\($0)".prefix { $0 != "(" } }
        #expect(texts == ["cancelTask", "cancelTimer", "cancelTimer", "end"])
        #expect(try run.details(.executionAborted) == .emptyObject)
    }

    @Test func aResultAboveTheLimitFailsItsState() throws {
        let machine =
            #"{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":"$.x","y.$":"$.x"},"End":true}}}"#
        var run = try Interpretation(machine, input: "{\"x\":\"\(String(repeating: "ä", count: 70_000))\"}")
        run.run()
        #expect(run.failure?.name == "States.DataLimitExceeded")
        #expect(
            run.failure?.cause
                == "The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit."
        )
    }

    @Test func unmatchedChoiceHasNowhereToGo() throws {
        let machine =
            #"{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$.x","NumericEquals":1,"Next":"S"}]},"S":{"Type":"Succeed"}}}"#
        var run = try Interpretation(machine, input: #"{"x":2}"#)
        run.run()
        #expect(
            run.failure?.cause
                == "An error occurred while executing the state 'C' (entered at the event id #2). "
                + "Failed to transition out of the state. The state does not point to a next state.")
    }

    @Test(arguments: [
        ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "abd", false), (#"a\*c"#, "a*c", true),
        (#"a\*c"#, "abc", false), ("*", "", true),
        ("*.log", "a.log.log", true), ("a*b*c", "axxbyyc", true), ("a*b*c", "axxcyyb", false), (#"\\*"#, #"\x"#, true),
    ])
    func stringMatches(pattern: String, text: String, isMatch: Bool) {
        #expect(Wildcard.matches(text, pattern) == isMatch)
    }
}
