import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames
import StatesInterpreter
import StorageContract
import Synchronization
import TestSupport
import Testing

private let function = "arn:aws:lambda:us-east-1:123456789012:function:price"
private let send = "arn:aws:states:::sqs:sendMessage"

private let pass = #"{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"n":1},"Next":"B"},"B":{"Type":"Succeed"}}}"#
private let task = #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\#(function)","End":true}}}"#
private let wait = #"{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}"#
private let approval = #"""
    {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    "Parameters":{"QueueUrl":"q","MessageBody":{"Token.$":"$$.Task.Token"}},"End":true}}}
    """#

private func succeed(_ json: JSON) -> ScriptedInvoker.Script {
    { _, completion in completion(InvocationOutcome(.success(Payload(json)))) }
}

/// Waits until a condition holds; turns of other threads bring it about.
private func eventually(_ condition: @Sendable () async throws -> Bool) async throws {
    for _ in 0..<1_000_000 {
        if try await condition() { return }
        await Task.yield()
    }
    Issue.record("the condition never came true")
}

@Suite struct ExecutionEngineTests {
    @Test func aChainOfStatesIsOneRecordAndOneCommit() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let request = try await world.request(pass)
        let before = world.store.commitCount
        let started = try await world.engine.start(request)
        let description = try await world.engine.describe(started.execution)
        #expect(description.status == .succeeded)
        #expect(description.details.output.map { String(decoding: $0, as: UTF8.self) } == #"{"n":1}"#)
        #expect(world.store.commitCount == before + 1)
        #expect(
            try await world.engine.records(of: started.execution, fromEventID: 1, isReversed: false, limit: 10).count
                == 1)
        #expect(
            try await world.types(of: started.execution) == [
                "ExecutionStarted", "PassStateEntered", "PassStateExited", "SucceedStateEntered", "SucceedStateExited",
                "ExecutionSucceeded",
            ])
    }

    @Test func forAMinuteAnEndedExecutionIsDescribedWithoutTheStore() async throws {
        let folder = TemporaryFolder()
        let clock = ManualClock()
        let world = try EngineWorld(folder, clock: clock)
        defer { world.close() }
        for name in [nil, "named"] {
            let started = try await world.engine.start(try await world.request(pass, name: name))
            let before = world.store.readCount
            let remembered = try await world.engine.describe(started.execution)
            #expect(world.store.readCount == before)
            clock.advance(by: .seconds(61))
            let stored = try await world.engine.describe(started.execution)
            #expect(world.store.readCount == before + 1)
            #expect(remembered.status == .succeeded && stored.status == .succeeded)
            #expect(remembered.stoppedAt == stored.stoppedAt && remembered.details.output == stored.details.output)
        }
    }

    @Test func anEndThatIsNotDurableIsNotDescribed() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let request = try await world.request(pass, name: "lost")
        world.store.failNext(1)
        await #expect(throws: EngineFailure.self) { try await world.engine.start(request) }
        let lost = ExecutionARN(stateMachine: request.stateMachine, name: "lost")
        await #expect(throws: EngineFailure.executionDoesNotExist) { try await world.engine.describe(lost) }
    }

    @Test func aTaskCallsItsFunctionAndGoesOn() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        world.invoker.on(function, succeed(["stock_price": 37]))
        let started = try await world.engine.start(try await world.request(task, input: #"{"a":1}"#))
        let end = try await world.engine.end(of: started.execution)
        #expect(end.status == .succeeded)
        #expect(end.details.output.map { String(decoding: $0, as: UTF8.self) } == #"{"stock_price":37}"#)
        #expect(world.invoker.calls.map(\.payload.text) == [#"{"a":1}"#])
    }

    @Test func aFunctionsErrorIsTheExecutionsError() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        world.invoker.on(function) { _, completion in
            completion(InvocationOutcome(.functionError(HandlerFailure(type: "CustomException", message: "no"))))
        }
        let end = try await world.engine.end(of: try await world.engine.start(try await world.request(task)).execution)
        #expect(end.status == .failed)
        #expect(end.details.error == "CustomException")
        #expect(try JSON.parse(end.details.cause ?? "")["errorMessage"] == "no")
    }

    @Test func aFunctionThatIsMissingFailsItsTaskInAWSsWords() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let end = try await world.engine.end(of: try await world.engine.start(try await world.request(task)).execution)
        #expect(end.details.error == "Lambda.ResourceNotFoundException")
        #expect(
            end.details.cause?.contains(
                "(Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: ") == true)
    }

    @Test func theSameNameAndInputGiveTheRunningExecutionAndOtherInputIsRefused() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let first = try await world.engine.start(try await world.request(wait, name: "one"))
        let again = try await world.engine.start(try await world.request(wait, name: "one"))
        #expect(first.execution == again.execution)
        await #expect(throws: EngineFailure.executionExists) {
            try await world.engine.start(try await world.request(wait, name: "one", input: #"{"other":1}"#))
        }
        _ = try await world.engine.stop(first.execution, error: nil, cause: nil)
        await #expect(throws: EngineFailure.executionExists) {
            try await world.engine.start(try await world.request(wait, name: "one"))
        }
    }

    @Test func aWaitKeepsItsDeadlineOverARestart() async throws {
        let folder = TemporaryFolder()
        let clock = ManualClock()
        var world = try EngineWorld(folder, clock: clock)
        let started = try await world.engine.start(try await world.request(wait))
        world.close()
        clock.advance(by: .seconds(30))
        world = try EngineWorld(folder, clock: clock)
        defer { world.close() }
        #expect(try await world.engine.describe(started.execution).status == .running)
        clock.advance(by: .seconds(30))
        let end = try await world.engine.end(of: started.execution)
        #expect(end.status == .succeeded)
        #expect(end.stoppedAt == started.startedAt + .seconds(60))
    }

    @Test func stopEndsARunningExecutionAsAborted() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let started = try await world.engine.start(try await world.request(wait))
        let stoppedAt = try await world.engine.stop(started.execution, error: "E", cause: "C")
        let description = try await world.engine.describe(started.execution)
        #expect(description.status == .aborted)
        #expect(description.stoppedAt == stoppedAt)
        #expect((description.details.error, description.details.cause) == ("E", "C"))
        #expect(try await world.engine.stop(started.execution, error: nil, cause: nil) == stoppedAt)
    }

    @Test func aCallUnderWayAtACrashIsUnknownUnlessItMayRunTwice() async throws {
        for isIdempotent in [true, false] {
            let folder = TemporaryFolder()
            let (clock, invoker) = (ManualClock(), ScriptedInvoker())
            invoker.on(function, isIdempotent: isIdempotent) { _, _ in }
            var world = try EngineWorld(folder, clock: clock, invoker: invoker)
            let started = try await world.engine.start(try await world.request(task))
            try await eventually { invoker.calls.count == 1 }
            world.close()
            invoker.on(function, isIdempotent: isIdempotent, succeed(1))
            world = try EngineWorld(folder, clock: clock, invoker: invoker)
            let end = try await world.engine.end(of: started.execution)
            #expect(end.status == (isIdempotent ? .succeeded : .failed))
            #expect(end.details.error == (isIdempotent ? nil : "Lambda.Unknown"))
            if isIdempotent { #expect(Set(invoker.calls.map(\.idempotencyKey)).count == 1) }
            world.close()
        }
    }

    @Test(arguments: [
        (
            "http:invoke",
            #"{"ApiEndpoint":"https://a.example","Method":"GET","InvocationConfig":{"ConnectionArn":"arn:aws:events:us-east-1:123456789012:connection/c/6f1c2b9e-0000-4000-8000-000000000000"}}"#,
            "States.Http.Socket"
        ),
        ("lambda:invoke", #"{"FunctionName":"f"}"#, "Lambda.Unknown"),
        ("dynamodb:getItem", #"{"TableName":"t","Key":{}}"#, "States.TaskFailed"),
        ("aws-sdk:glue:getJob", #"{"JobName":"j"}"#, "States.TaskFailed"),
    ])
    func aCallOfAServiceUnderWayAtACrashEndsUnderANameOfItsOwn(resource: String, parameters: String, error: String)
        async throws
    {
        let folder = TemporaryFolder()
        let (clock, invoker) = (ManualClock(), ScriptedInvoker())
        let handler = "arn:aws:states:::\(resource)"
        invoker.on(handler) { _, _ in }
        var world = try EngineWorld(folder, clock: clock, invoker: invoker)
        let started = try await world.engine.start(
            try await world.request(
                #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\#(handler)","Parameters":\#(parameters),"End":true}}}"#
            ))
        try await eventually { invoker.calls.count == 1 }
        world.close()
        world = try EngineWorld(folder, clock: clock, invoker: invoker)
        defer { world.close() }
        #expect(try await world.engine.end(of: started.execution).details.error == error)
        #expect(invoker.calls.count == 1)
    }

    @Test func anExpressExecutionLeavesNothingBehind() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let end = try await world.engine.startAndWait(try await world.request(pass, isExpress: true))
        #expect(end.status == .succeeded)
        let filter = ExecutionFilter(machine: ExecutionEngine.storedName(of: end.execution.stateMachine), limit: 10)
        #expect(try await world.engine.list(filter).isEmpty)
    }

    @Test func aFailedCommitFailsItsRequestAndTheNextOneSucceeds() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let request = try await world.request(pass, name: "one")
        world.store.failNext(1)
        await #expect(throws: EngineFailure.unavailable("the disk is full")) { try await world.engine.start(request) }
        #expect(try await world.engine.start(request).execution.name == "one")
    }

    @Test func afterAFailedCommitAnExecutionGoesOnFromWhatTheDiskHolds() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let started = try await world.engine.start(try await world.request(wait))
        world.store.failNext(1)
        world.clock.advance(by: .seconds(60))
        // However long the failure takes to be noticed: time goes on until the execution has.
        try await eventually {
            world.clock.advance(by: .seconds(1))
            return try await world.engine.describe(started.execution).status != .running
        }
        let end = try await world.engine.end(of: started.execution)
        #expect(end.status == .succeeded)
        #expect(
            try await world.types(of: started.execution) == [
                "ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded",
            ])
    }
}

@Suite struct TaskTokenTests {
    private func sentToken(_ world: EngineWorld) -> String? {
        world.invoker.calls.first.flatMap { try? JSON.parse($0.payload.bytes)["MessageBody"]?["Token"]?.stringValue }
    }

    @Test func anAnswerThatOvertakesTheIntegrationsOwnIsAppliedRightAfterSubmitted() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let pending = Mutex<(@Sendable (InvocationOutcome) -> Void)?>(nil)
        world.invoker.on(send) { _, completion in pending.withLock { $0 = completion } }
        let started = try await world.engine.start(try await world.request(approval))
        try await eventually { pending.withLock { $0 != nil } }
        let token = try #require(sentToken(world))
        try await world.engine.answerTask(token: token, account: "123456789012", .success(Payload("approved")))
        #expect(
            try await world.types(of: started.execution) == ["ExecutionStarted", "TaskStateEntered", "TaskScheduled"])
        pending.withLock { $0 }?(InvocationOutcome(.success(Payload(["MessageId": "1"]))))
        let end = try await world.engine.end(of: started.execution)
        #expect(end.details.output.map { String(decoding: $0, as: UTF8.self) } == #""approved""#)
        #expect(
            try await world.types(of: started.execution) == [
                "ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted",
                "TaskSucceeded", "TaskStateExited",
                "ExecutionSucceeded",
            ])
    }

    @Test func anEarlyAnswerSurvivesACrashBeforeSubmitted() async throws {
        let folder = TemporaryFolder()
        let (clock, invoker) = (ManualClock(), ScriptedInvoker())
        invoker.on(send) { _, _ in }
        var world = try EngineWorld(folder, clock: clock, invoker: invoker)
        let started = try await world.engine.start(try await world.request(approval))
        try await eventually { invoker.calls.count == 1 }
        let token = try #require(sentToken(world))
        try await world.engine.answerTask(token: token, account: "123456789012", .success(Payload("approved")))
        world.close()
        invoker.on(send, succeed(["MessageId": "1"]))
        world = try EngineWorld(folder, clock: clock, invoker: invoker)
        defer { world.close() }
        #expect(try await world.engine.end(of: started.execution).status == .succeeded)
    }

    @Test func aTokenGivenOutBeforeARestartStillWorksAndOnlyOnce() async throws {
        let folder = TemporaryFolder()
        let (clock, invoker) = (ManualClock(), ScriptedInvoker())
        invoker.on(send, succeed(["MessageId": "1"]))
        var world = try EngineWorld(folder, clock: clock, invoker: invoker)
        let started = try await world.engine.start(try await world.request(approval))
        try await eventually { [world] in try await world.types(of: started.execution).contains("TaskSubmitted") }
        let token = try #require(sentToken(world))
        world.close()
        world = try EngineWorld(folder, clock: clock, invoker: invoker)
        defer { world.close() }
        try await world.engine.answerTask(token: token, account: "123456789012", .success(Payload("approved")))
        #expect(try await world.engine.end(of: started.execution).status == .succeeded)
        await #expect(throws: EngineFailure.taskOver) {
            try await world.engine.answerTask(token: token, account: "123456789012", .success(Payload("approved")))
        }
        #expect(invoker.calls.count == 1)
    }

    @Test(arguments: [0, 5, 20, 40, 60])
    func aTokenThatWasChangedOrIsAnotherAccountsIsRefused(position: Int) async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        world.invoker.on(send, succeed(["MessageId": "1"]))
        _ = try await world.engine.start(try await world.request(approval))
        try await eventually { world.invoker.calls.count == 1 }
        let token = try #require(sentToken(world))
        var bytes = Array(token.utf8)
        let index = min(position, bytes.count - 2)
        bytes[index] = bytes[index] == 0x41 ? 0x42 : 0x41
        let forged = String(decoding: bytes, as: UTF8.self)
        await #expect(throws: EngineFailure.invalidToken) {
            try await world.engine.answerTask(token: forged, account: "123456789012", .success(Payload(1)))
        }
        await #expect(throws: EngineFailure.invalidToken) {
            try await world.engine.answerTask(token: token, account: "999999999999", .success(Payload(1)))
        }
    }
}
