import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// A redriven execution goes on where it ended: what had succeeded stays done.
struct RedriveTests {
    private static let function = "arn:aws:lambda:us-east-1:111111111111:function:f"

    /// Runs to the failure, redrives, and runs on; the function fails its first calls.
    private func redriven(_ definition: String, input: String = "{}", failures: Int = 1) throws -> Interpretation {
        var failuresLeft = failures
        var run = try Interpretation(definition, input: input) { task in
            guard failuresLeft > 0 else { return .inputs([.taskSucceeded(task: task.task, output: Payload("done"))]) }
            failuresLeft -= 1
            return .inputs([
                .taskFailed(task: task.task, error: StatesError("Broken", cause: "c"), isStartFailure: false)
            ])
        }
        run.run()
        try #require(run.failure?.name == "Broken")
        run.redrive()
        run.run()
        #expect(try run.replay().mismatch == nil)
        return run
    }

    @Test func aFailedTaskIsScheduledAgainAndTheStatesBeforeItAreNot() throws {
        let run = try redriven(
            #"""
            {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},
            "B":{"Type":"Task","Resource":"\#(Self.function)","Next":"C"},"C":{"Type":"Succeed"}}}
            """#)
        #expect(run.output == "done")
        #expect(
            try run.outline.suffix(9) == [
                "8←7 ExecutionFailed", "9←8 ExecutionRedriven", "10←9 LambdaFunctionScheduled",
                "11←10 LambdaFunctionStarted", "12←11 LambdaFunctionSucceeded", "13←12 TaskStateExited",
                "14←13 SucceedStateEntered", "15←14 SucceedStateExited", "16←15 ExecutionSucceeded",
            ])
        #expect(try run.details(.executionRedriven) == ["redriveCount": 1])
    }

    @Test func retriesAreCountedAnew() throws {
        let run = try redriven(
            #"""
            {"StartAt":"B","States":{"B":{"Type":"Task","Resource":"\#(Self.function)","End":true,
            "Retry":[{"ErrorEquals":["Broken"],"MaxAttempts":1}]}}}
            """#, failures: 3)
        #expect(run.output == "done")
        #expect(try run.types.filter { $0 == "LambdaFunctionScheduled" }.count == 4)
    }

    @Test func ofAParallelStateOnlyTheBranchesThatHadNotSucceededRunAgain() throws {
        let run = try redriven(
            #"""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
            {"StartAt":"Quick","States":{"Quick":{"Type":"Pass","Result":1,"End":true}}},
            {"StartAt":"Slow","States":{"Slow":{"Type":"Wait","Seconds":5,"End":true}}},
            {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"\#(Self.function)","End":true}}}]}}}
            """#)
        #expect(run.output == [1, [:], "done"])
        #expect(try run.types.filter { $0 == "PassStateEntered" }.count == 1)
        #expect(try run.types.filter { $0 == "ParallelStateEntered" }.count == 1)
        #expect(try run.types.filter { $0 == "WaitStateEntered" }.count == 1)
    }

    @Test func ofAMapStateTheItemsThatHadSucceededAreNotDoneAgain() throws {
        let run = try redriven(
            #"""
            {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,"End":true,"ItemProcessor":{"StartAt":"Pick","States":{
            "Pick":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":2,"Next":"Work"}],"Default":"Keep"},
            "Keep":{"Type":"Pass","End":true},
            "Work":{"Type":"Task","Resource":"\#(Self.function)","End":true}}}}}}
            """#, input: "[1,2,3]")
        #expect(run.output == [1, "done", 3])
        #expect(try run.types.filter { $0 == "MapIterationStarted" }.count == 3)
    }

    @Test func anAbortedExecutionGoesOnWithWhatItWaitedFor() throws {
        var run = try Interpretation(
            #"{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"Next":"S"},"S":{"Type":"Succeed"}}}"#)
        run.give(.started)
        run.give(.stopped(error: nil, cause: nil))
        run.redrive()
        run.run()
        #expect(run.output == [:])
        #expect(
            try run.types == [
                "ExecutionStarted", "WaitStateEntered", "ExecutionAborted", "ExecutionRedriven", "WaitStateExited",
                "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded",
            ])
    }

    /// Source: developer guide, "Retry behavior of redriven executions".
    @Test(arguments: [
        #""Type":"Parallel","Branches":["#, #""Type":"Map","ItemsPath":"$.items","ItemProcessor":"#,
    ]) func statesWithBranchesMayBeRetriedAnewAfterARedrive(kind: String) throws {
        let run = try redriven(
            #"""
            {"StartAt":"P","States":{"P":{\#(kind){"StartAt":"T","States":{"T":{"Type":"Task","Resource":"\#(Self.function)",
            "End":true}}}\#(kind.hasSuffix("[") ? "]" : ""),"Retry":[{"ErrorEquals":["Broken"],"MaxAttempts":1}],"End":true}}}
            """#, input: #"{"items":[1]}"#, failures: 3)
        #expect(run.output == ["done"])
        #expect(try run.types.filter { $0 == "LambdaFunctionScheduled" }.count == 4)
    }

    /// Found by generated definitions: with no iteration under way, nothing was left that could go on.
    @Test func aMapWhoseNextIterationCouldNotBeginBeginsItAfterARedrive() throws {
        for (items, succeeded) in [("[9]", 0), ("[0,9,0]", 1)] {
            var run = try Interpretation(
                #"""
                {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":1,
                "ItemSelector":{"v.$":"States.ArrayGetItem($.words, $$.Map.Item.Value)"},
                "ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"End":true}}}
                """#, input: #"{"items":\#(items),"words":["zero"]}"#)
            run.run()
            #expect(run.failure != nil)
            let before = try run.types.count
            run.redrive()
            run.run()
            #expect(run.end != nil, "it hangs")
            let after = try run.types.dropFirst(before)
            #expect(after.first == "ExecutionRedriven" && after.last == "ExecutionFailed")
            #expect(after.contains("MapIterationStarted") && !after.contains("MapStateStarted"))
            #expect(try run.types.filter { $0 == "MapIterationSucceeded" }.count == succeeded)
            #expect(try run.replay().mismatch == nil)
        }
    }

    @Test func theContextCountsRedrives() throws {
        var run = try Interpretation(
            #"""
            {"StartAt":"F","States":{"F":{"Type":"Task","Resource":"\#(Self.function)","Next":"P","ResultPath":null},
            "P":{"Type":"Pass","Parameters":{"n.$":"$$.Execution.RedriveCount","t.$":"$$.Execution.RedriveTime"},"End":true}}}
            """#
        ) { _ in .silence }
        run.give(.started)
        run.give(.stopped(error: nil, cause: nil))
        run.wait(seconds: 3_600)
        run.redrive()
        let task = try #require(run.state.openTasks.first).task
        run.give(.taskSucceeded(task: task, output: .emptyObject))
        #expect(run.output?["n"] == 1)
        #expect(run.output?["t"] == .string(run.now.iso8601))
    }

    @Test func whatRunsOrHasSucceededIsNotRedriven() throws {
        var run = try Interpretation(#"{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true}}}"#)
        run.give(.started)
        #expect(!run.state.accepts(.redriven))
        run.run()
        #expect(run.output == [:])
        #expect(!run.state.accepts(.redriven))
    }
}
