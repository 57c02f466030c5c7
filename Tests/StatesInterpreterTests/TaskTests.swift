import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// Tasks: events, retries, catchers, timeouts, tokens.
struct TaskTests {
    private static let function = "arn:aws:lambda:us-east-1:111111111111:function:f"

    private static func machine(_ fields: String, resource: String = function, more: String = "") -> String {
        #"{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"\#(resource)",\#(fields)"End":true}\#(more)}}"#
    }

    private static func failing(_ name: String = "E", times: Int = .max) -> Interpretation.Script {
        var left = times
        return { task in
            defer { left -= 1 }
            return left > 0
                ? .inputs([.taskFailed(task: task.task, error: StatesError(name, cause: "why"), isStartFailure: false)])
                : .inputs([.taskSucceeded(task: task.task, output: Payload(["ok": true]))])
        }
    }

    @Test func lambdaFunctionEvents() throws {
        var run = try Interpretation(Self.machine(""), script: Self.failing(times: 0))
        run.run()
        #expect(
            try run.outline == [
                "1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 LambdaFunctionScheduled",
                "4←3 LambdaFunctionStarted",
                "5←4 LambdaFunctionSucceeded", "6←5 TaskStateExited", "7←6 ExecutionSucceeded",
            ])
    }

    @Test func everyRetrierKeepsItsOwnCount() throws {
        let retry =
            #""Retry":[{"ErrorEquals":["A"],"MaxAttempts":2,"BackoffRate":1},{"ErrorEquals":["States.ALL"],"MaxAttempts":1,"BackoffRate":1}],"#
        var attempts: [Int] = []
        var run = try Interpretation(Self.machine(retry)) { task in
            attempts.append(task.attempt)
            let name = attempts.count % 2 == 1 ? "A" : "B"
            return .inputs([.taskFailed(task: task.task, error: StatesError(name, cause: nil), isStartFailure: false)])
        }
        run.run()
        #expect(attempts == [1, 2, 3, 4])
        #expect(run.failure?.name == "B")
    }

    @Test(arguments: [(1, 1), (2, 2), (3, 4), (4, 8), (5, 10), (6, 10)])
    func pauseGrowsByBackoffRateUpToItsBound(retry: Int, seconds: Int64) {
        var retrier = Retrier(errorEquals: ["States.ALL"])
        retrier.maxDelaySeconds = 10
        var chance = Chance(seed: 1)
        #expect(retrier.pause(beforeRetry: retry, chance: &chance) == seconds * 1_000)
    }

    @Test func fullJitterStaysBelowTheCap() {
        var retrier = Retrier(errorEquals: ["States.ALL"])
        retrier.maxDelaySeconds = 5
        retrier.hasFullJitter = true
        var chance = Chance(seed: 7)
        let pauses = (1...200).map { _ in retrier.pause(beforeRetry: 9, chance: &chance) }
        #expect(pauses.allSatisfy { (0..<5_000).contains($0) })
        #expect(Set(pauses).count > 100)
    }

    @Test func anExhaustedRetrierLeavesTheErrorToTheCatchers() throws {
        let fields =
            #""Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["E"],"ResultPath":"$.e","Next":"H"}],"#
        var run = try Interpretation(
            Self.machine(fields, more: #","H":{"Type":"Pass","End":true}"#), input: #"{"a":1}"#, script: Self.failing())
        run.run()
        #expect(run.output == ["a": 1, "e": ["Error": "E", "Cause": "why"]])
        #expect(try run.types.filter { $0 == "LambdaFunctionFailed" }.count == 2)
    }

    @Test func catchersAssignFromTheErrorOutput() throws {
        let fields = #""Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"name.$":"$.Error"},"Next":"H"}],"#
        let handler = #","H":{"Type":"Pass","Parameters":{"n.$":"$name"},"End":true}"#
        var run = try Interpretation(Self.machine(fields, more: handler), script: Self.failing())
        run.run()
        #expect(run.output == ["n": "E"])
    }

    @Test func runtimeFailuresAreNeitherRetriedNorCaught() throws {
        let fields =
            #""Parameters":{"x.$":"$.missing"},"Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"H"}],"#
        var run = try Interpretation(
            Self.machine(fields, more: #","H":{"Type":"Pass","End":true}"#), script: Self.failing())
        run.run()
        #expect(run.failure?.name == "States.Runtime")
        #expect(
            run.failure?.cause
                == "An error occurred while executing the state 'T' (entered at the event id #2). The JSONPath '$.missing' specified for the field "
                + "'x.$' could not be found in the input '{}'")
        #expect(try run.outline.last == "3←2 ExecutionFailed")
    }

    @Test func statesAllDoesNotCatchDataLimitExceeded() throws {
        let big = Payload(.string(String(repeating: "a", count: 262_143)))
        let catchers = { (name: String) in #""Catch":[{"ErrorEquals":["\#(name)"],"Next":"H"}],"# }
        let handler = #","H":{"Type":"Pass","End":true}"#
        for (name, isCaught) in [("States.ALL", false), ("States.DataLimitExceeded", true)] {
            var run = try Interpretation(Self.machine(catchers(name), more: handler)) {
                .inputs([.taskSucceeded(task: $0.task, output: big)])
            }
            run.run()
            #expect((run.output != nil) == isCaught)
            #expect(try run.types.contains("LambdaFunctionFailed"))
        }
    }

    @Test func aResultOfExactlyTheLimitPasses() throws {
        let big = Payload(.string(String(repeating: "a", count: 262_142)))
        var run = try Interpretation(Self.machine("")) { .inputs([.taskSucceeded(task: $0.task, output: big)]) }
        run.run()
        #expect(run.output == big.tree)
    }

    @Test func timeoutOfAFunction() throws {
        var run = try Interpretation(Self.machine(#""TimeoutSeconds":5,"#)) { _ in .silence }
        run.run()
        #expect(
            try run.types.suffix(4) == [
                "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionTimedOut", "ExecutionFailed",
            ])
        #expect(try run.details(.lambdaFunctionTimedOut) == ["error": "States.Timeout"])
        #expect(try run.details(.lambdaFunctionScheduled)["timeoutInSeconds"] == 5)
        #expect(run.now - Interpretation.noon == .seconds(5))
        let cancelled = run.commands.contains {
            if case .cancelTask(_, isTimeout: true, _) = $0 { true } else { false }
        }
        #expect(cancelled)
    }

    @Test func heartbeatsHoldOffTheirTimeout() throws {
        let resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
        let fields = #""HeartbeatSeconds":10,"Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token"}},"#
        var run = try Interpretation(Self.machine(fields, resource: resource)) { _ in .silence }
        run.give(.started)
        run.give(.submitted(task: 3, output: .emptyObject))
        for _ in 0..<5 {
            run.wait(seconds: 8)
            run.give(.heartbeat(task: 3))
        }
        #expect(
            run.state.timers == [PendingTimer(id: .heartbeat(3), deadline: run.now + .seconds(10), isMonotonic: true)])
        run.run()
        #expect(run.failure?.name == "States.Timeout")
        #expect(try run.types.suffix(4) == ["TaskStarted", "TaskSubmitted", "TaskTimedOut", "ExecutionFailed"])
    }

    @Test func aHeartbeatTimeoutGoesByBothItsNames() throws {
        let resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
        for name in ["States.HeartbeatTimeout", "States.Timeout"] {
            let fields =
                #""HeartbeatSeconds":10,"Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token"}},"#
                + #""Catch":[{"ErrorEquals":["\#(name)"],"Next":"H"}],"#
            var run = try Interpretation(
                Self.machine(fields, resource: resource, more: #","H":{"Type":"Pass","End":true}"#)
            ) { _ in .silence }
            run.run()
            #expect(run.output?["Error"] == "States.Timeout")
        }
    }

    @Test func aTokenAnswerThatOvertakesItsOwnSubmissionIsHeld() throws {
        let resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
        let fields = #""Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token"}},"#
        var run = try Interpretation(Self.machine(fields, resource: resource)) { _ in .silence }
        run.give(.started)
        run.give(.tokenAnswered(task: 3, answer: .success(Payload("early"))))
        #expect(run.state.lastEventID == 3)
        #expect(!run.state.accepts(.tokenAnswered(task: 3, answer: .success(Payload("late")))))
        try run.crash(after: run.records.count)
        run.give(.submitted(task: 3, output: Payload(["MessageId": "m"])))
        #expect(
            try run.outline.suffix(5) == [
                "4←3 TaskStarted", "5←4 TaskSubmitted", "6←5 TaskSucceeded", "7←6 TaskStateExited",
                "8←7 ExecutionSucceeded",
            ])
        #expect(run.output == "early")
    }

    @Test func aRefusedSubmissionIsTaskSubmitFailed() throws {
        let resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
        let fields = #""Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token"}},"#
        var run = try Interpretation(Self.machine(fields, resource: resource)) {
            .inputs([.taskFailed(task: $0.task, error: StatesError("SQS.X", cause: "no"), isStartFailure: true)])
        }
        run.run()
        #expect(try run.types.suffix(4) == ["TaskScheduled", "TaskStarted", "TaskSubmitFailed", "ExecutionFailed"])
    }

    @Test func whatAnIntegrationCallsARuntimeErrorIsNeitherRetriedNorCaught() throws {
        let all = #"{"ErrorEquals":["States.ALL"]"#
        let fields = #""Parameters":{},"Retry":[\#(all)}],"Catch":[\#(all),"Next":"T"}],"#
        var run = try Interpretation(
            Self.machine(fields, resource: "arn:aws:states:::http:invoke"), script: Self.failing("States.Runtime"))
        run.run()
        #expect(try run.types.suffix(3) == ["TaskStarted", "TaskFailed", "ExecutionFailed"])
        #expect(run.failure == StatesError("States.Runtime", cause: "why"))
    }

    @Test func retryCountIsInTheContextObject() throws {
        let fields = #""Parameters":{"n.$":"$$.State.RetryCount"},"Retry":[{"ErrorEquals":["E"]}],"#
        var inputs: [JSON] = []
        let script = Self.failing(times: 2)
        var run = try Interpretation(Self.machine(fields)) { task in
            inputs.append(task.input.tree)
            return script(task)
        }
        run.run()
        #expect(inputs == [["n": 0], ["n": 1], ["n": 2]])
    }

    @Test func afterARestartTimeoutsOfFunctionsBeginAgainAndHeartbeatsAreRebased() throws {
        var run = try Interpretation(Self.machine(#""TimeoutSeconds":60,"#)) { _ in .silence }
        run.give(.started)
        run.wait(seconds: 50)
        #expect(run.state.accepts(.recovered))
        run.give(.recovered)
        #expect(run.state.timers.first?.deadline == Interpretation.noon + .seconds(110))
    }

    @Test func afterARestartASubmittedTokenTaskKeepsItsInstantPlusGrace() throws {
        let resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
        let fields = #""TimeoutSeconds":60,"Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token"}},"#
        var run = try Interpretation(Self.machine(fields, resource: resource)) { _ in .silence }
        run.give(.started)
        run.give(.submitted(task: 3, output: .emptyObject))
        run.wait(seconds: 20)
        run.give(.recovered)
        #expect(run.state.timers.first?.deadline == Interpretation.noon + .seconds(60))
        run.wait(seconds: 100)
        run.give(.recovered)
        #expect(run.state.timers.first?.deadline == run.now + .seconds(5))
    }
}
