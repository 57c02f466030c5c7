import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// Parallel and Map: branches, order of events, failures and who is aborted.
struct BranchTests {
    private static let function = "arn:aws:lambda:us-east-1:111111111111:function:"

    @Test func aFailedBranchAbortsItsSiblings() throws {
        let machine = #"""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
              {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}},
              {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"\#(Self.function)f","End":true}}},
              {"StartAt":"L","States":{"L":{"Type":"Task","Resource":"\#(Self.function)slow","End":true}}}],
              "Catch":[{"ErrorEquals":["E"],"Next":"H"}],"End":true},"H":{"Type":"Pass","End":true}}}
            """#
        var run = try Interpretation(machine) { task in
            task.resource.text.hasSuffix("slow")
                ? .silence
                : .inputs([.taskFailed(task: task.task, error: StatesError("E", cause: "c"), isStartFailure: false)])
        }
        run.run()
        #expect(
            try run.outline == [
                "1←0 ExecutionStarted", "2←0 ParallelStateEntered", "3←2 ParallelStateStarted", "4←3 WaitStateEntered",
                "5←3 TaskStateEntered",
                "6←5 LambdaFunctionScheduled", "7←3 TaskStateEntered", "8←7 LambdaFunctionScheduled",
                "9←6 LambdaFunctionStarted",
                "10←9 LambdaFunctionFailed", "11←4 WaitStateAborted", "12←10 TaskStateAborted", "13←8 TaskStateAborted",
                "14←10 ParallelStateFailed", "15←14 ParallelStateExited", "16←15 PassStateEntered",
                "17←16 PassStateExited",
                "18←17 ExecutionSucceeded",
            ])
        #expect(run.output == ["Error": "E", "Cause": "c"])
        #expect(try run.replay().mismatch == nil)
    }

    @Test func aRetriedParallelBeginsAllBranchesAgain() throws {
        let machine = #"""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},
              {"StartAt":"F","States":{"F":{"Type":"Task","Resource":"\#(Self.function)f","End":true}}}],
              "Retry":[{"ErrorEquals":["E"],"MaxAttempts":2}],"End":true}}}
            """#
        var calls = 0
        var run = try Interpretation(machine) { task in
            calls += 1
            return calls < 3
                ? .inputs([.taskFailed(task: task.task, error: StatesError("E", cause: nil), isStartFailure: false)])
                : .inputs([.taskSucceeded(task: task.task, output: Payload(3))])
        }
        run.run()
        #expect(run.output == [.emptyObject, 3])
        #expect(try run.types.filter { $0 == "ParallelStateStarted" }.count == 3)
        #expect(try !run.types.contains("ParallelStateFailed"))
    }

    @Test func iterationsKeepToTheirConcurrency() throws {
        let machine = #"""
            {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":3,"ItemProcessor":{"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"\#(Self.function)f","End":true}}},"End":true}}}
            """#
        var run = try Interpretation(machine, input: "[1,2,3,4,5,6,7]") {
            .inputs([.taskSucceeded(task: $0.task, output: $0.input)])
        }
        var most = 0
        run.run {
            most = max(most, $0.state.openTasks.count)
            return false
        }
        #expect(most == 3)
        #expect(run.output == [1, 2, 3, 4, 5, 6, 7])
    }

    @Test func withoutABoundFortyIterationsRunAtOnce() throws {
        let machine = #"""
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"\#(Self.function)f","End":true}}},"End":true}}}
            """#
        var run = try Interpretation(
            machine, input: "[" + Array(repeating: "1", count: 100).joined(separator: ",") + "]"
        ) { _ in .silence }
        run.give(.started)
        #expect(run.state.openTasks.count == 40)
    }

    @Test func aFailedIterationEndsTheMap() throws {
        let machine = #"""
            {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":2,"ItemProcessor":{"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":2,"Next":"F"}],"Default":"T"},
              "T":{"Type":"Task","Resource":"\#(Self.function)f","End":true},"F":{"Type":"Fail","Error":"E","Cause":"c"}}},"End":true}}}
            """#
        var run = try Interpretation(machine, input: "[1,2,3]") { _ in .silence }
        run.run()
        #expect(
            try run.outline.suffix(6) == [
                "12←9 FailStateEntered", "13←12 MapIterationFailed", "14←11 TaskStateAborted",
                "15←14 MapIterationAborted",
                "16←12 MapStateFailed", "17←16 ExecutionFailed",
            ])
        #expect(try run.replay().mismatch == nil)
    }

    @Test func anEmptyMapSucceedsAtOnce() throws {
        let machine =
            #"{"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},"End":true}}}"#
        var run = try Interpretation(machine, input: "[]")
        run.run()
        #expect(run.output == [])
        #expect(
            try run.types == [
                "ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapStateSucceeded", "MapStateExited",
                "ExecutionSucceeded",
            ])
    }

    @Test func aRuntimeFailureInABranchEndsTheExecution() throws {
        let machine = #"""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"Fast","States":{
              "Fast":{"Type":"Pass","Parameters":{"m.$":"$.nope"},"End":true}}}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"H"}],"End":true},
              "H":{"Type":"Pass","End":true}}}
            """#
        var run = try Interpretation(machine)
        run.run()
        #expect(try run.outline.last == "5←4 ExecutionFailed")
        #expect(
            run.failure?.cause?.hasPrefix(
                "An error occurred while executing the state 'Fast' (entered at the event id #4). ") == true)
    }

    @Test func branchesSeeOuterVariablesAndKeepTheirOwn() throws {
        let machine = #"""
            {"StartAt":"S","States":{"S":{"Type":"Pass","Assign":{"x":1},"Next":"P"},
              "P":{"Type":"Parallel","Branches":[
                {"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"y.$":"$x"},"Next":"B"},"B":{"Type":"Pass","Parameters":{"y.$":"$y"},"End":true}}}],
                "Next":"E"},"E":{"Type":"Pass","Parameters":{"x.$":"$x"},"ResultPath":"$[0].outer","End":true}}}
            """#
        var run = try Interpretation(machine)
        run.run()
        #expect(run.output == [["y": 1, "outer": ["x": 1]]])
    }
}
