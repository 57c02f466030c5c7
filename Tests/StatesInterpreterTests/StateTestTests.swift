import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// What a test of one state shows, and how it ends.
@Suite struct StateTestTests {
    /// Tests a state that stands alone.
    static func inspection(
        of state: String, input: String = "{}", setup: StateTestSetup = StateTestSetup(), role: String = ""
    ) throws -> StateInspection {
        let program = try #require(Definition.checkState(Array(state.utf8)).program)
        return try inspection(of: program, input: input, setup: setup, role: role)
    }

    static func inspection(
        of program: Program, input: String = "{}", setup: StateTestSetup = StateTestSetup(), role: String = ""
    ) throws -> StateInspection {
        let place = "arn:aws:states:us-east-1:111111111111"
        let facts = ExecutionFacts(
            executionARN: "\(place):express:machine:run", executionName: "run",
            stateMachineARN: "\(place):stateMachine:machine", stateMachineName: "machine", roleARN: role,
            territory: Territory(account: "111111111111", region: "us-east-1"), startedAt: Interpretation.noon,
            input: try Payload(parsing: Array(input.utf8)), isExpress: true, tokens: Interpretation.PlainTokens())
        var test = StateTest(program, facts: facts, setup: setup)
        test.start(at: Interpretation.noon, seed: 1)
        return test.inspection
    }

    static func mock(_ result: String) throws -> StateMock { .result(try Payload(parsing: Array(result.utf8))) }

    private func texts(_ inspection: StateInspection) -> [String: String] {
        Dictionary(uniqueKeysWithValues: inspection.stages.map { ($0.key.rawValue, $0.value.text) })
    }

    @Test func passShowsEveryStageOfJSONPath() throws {
        let seen = try Self.inspection(
            of: #"{"Type":"Pass","InputPath":"$.a","Parameters":{"b.$":"$.b"},"ResultPath":"$.c","Next":"On"}"#,
            input: #"{"a":{"b":1}}"#)
        #expect(
            texts(seen) == [
                "afterInputPath": #"{"b":1}"#, "afterParameters": #"{"b":1}"#, "afterResultSelector": #"{"b":1}"#,
                "afterResultPath": #"{"a":{"b":1},"c":{"b":1}}"#,
            ])
        guard case .succeeded(let output, let next) = seen.outcome else { return #expect(Bool(false)) }
        #expect(output.text == #"{"a":{"b":1},"c":{"b":1}}"# && next == "On")
    }

    @Test func passWithResultShowsNothingBeforeTheResult() throws {
        let seen = try Self.inspection(
            of: #"{"Type":"Pass","InputPath":"$.a","Result":[ 1 ],"End":true}"#, input: #"{"a":2}"#)
        #expect(texts(seen) == ["result": "[1]", "afterResultSelector": "[1]", "afterResultPath": "[1]"])
    }

    @Test func jsonataTaskShowsArgumentsAndResultAlone() throws {
        let seen = try Self.inspection(
            of: #"""
                {"Type":"Task","QueryLanguage":"JSONata","Resource":"arn:aws:states:::lambda:invoke",
                 "Arguments":{"FunctionName":"{% $states.input.f %}"},"Output":"{% $states.result.x %}","End":true}
                """#, input: #"{"f":"g"}"#, setup: StateTestSetup(mock: try Self.mock(#"{"x":[1, 2]}"#)))
        #expect(texts(seen) == ["afterArguments": #"{"FunctionName":"g"}"#, "result": #"{"x":[1, 2]}"#])
        guard case .succeeded(let output, nil) = seen.outcome else { return #expect(Bool(false)) }
        #expect(output.text == "[1,2]")
    }

    @Test(arguments: [
        "arn:aws:states:us-east-1:111111111111:activity:a", "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "arn:aws:states:::states:startExecution.sync:2",
    ])
    func tasksThatOthersEndTakeAMock(resource: String) throws {
        let parameters = #"{"QueueUrl":"q","MessageBody.$":"$$.Task.Token","StateMachineArn":"m"}"#
        let shaped = resource.contains("activity") ? "" : #","Parameters":\#(parameters)"#
        let seen = try Self.inspection(
            of: #"{"Type":"Task","Resource":"\#(resource)"\#(shaped),"End":true}"#,
            setup: StateTestSetup(
                mock: try Self.mock("7"), context: try Payload(parsing: Array(#"{"Task":{"Token":"given"}}"#.utf8))))
        guard case .succeeded(let output, nil) = seen.outcome else { return #expect(Bool(false), "\(seen)") }
        #expect(output.text == "7")
        if !shaped.isEmpty { #expect(seen.stages[.afterParameters]?.text.contains(#""given""#) ?? false) }
    }

    @Test(arguments: [(0, 2), (1, 6), (2, 10)])
    func retrierTellsItsPause(earlier: Int, seconds: Int64) throws {
        let seen = try Self.inspection(
            of: #"""
                {"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f","End":true,
                 "Retry":[{"ErrorEquals":["Other"]},
                  {"ErrorEquals":["Boom"],"IntervalSeconds":2,"BackoffRate":3,"MaxDelaySeconds":10,"MaxAttempts":3}]}
                """#,
            setup: StateTestSetup(mock: .failure(StatesError("Boom", cause: "bang")), retryCount: earlier))
        guard case .retriable(let error) = seen.outcome else { return #expect(Bool(false)) }
        #expect(error == StatesError("Boom", cause: "bang"))
        #expect(seen.retryIndex == 1 && seen.retryPauseSeconds == seconds && seen.catchIndex == nil)
    }

    @Test func exhaustedRetrierLeavesItToTheCatcher() throws {
        let seen = try Self.inspection(
            of: #"""
                {"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f","End":true,
                 "Retry":[{"ErrorEquals":["Boom"],"MaxAttempts":2}],
                 "Catch":[{"ErrorEquals":["Other"],"Next":"A"},
                  {"ErrorEquals":["States.ALL"],"ResultPath":"$.e","Next":"B"}]}
                """#, input: #"{"a":1}"#,
            setup: StateTestSetup(mock: .failure(StatesError("Boom", cause: "bang")), retryCount: 2))
        guard case .caught(let error, let output, let next) = seen.outcome else { return #expect(Bool(false)) }
        #expect(error.name == "Boom" && next == "B")
        #expect(output.text == #"{"a":1,"e":{"Error":"Boom","Cause":"bang"}}"#)
        #expect(seen.retryIndex == 0 && seen.retryPauseSeconds == nil && seen.catchIndex == 1)
    }

    @Test func failureNamesNoEvent() throws {
        let seen = try Self.inspection(of: #"{"Type":"Pass","InputPath":"$.none","End":true}"#)
        guard case .failed(let error) = seen.outcome else { return #expect(Bool(false)) }
        #expect(error.name == "States.Runtime" && !(error.cause ?? "").contains("event id"))
    }

    @Test func variablesAreThoseGivenAndThoseAssigned() throws {
        let seen = try Self.inspection(
            of: #"{"Type":"Pass","QueryLanguage":"JSONata","Assign":{"b":"{% $a + 1 %}"},"End":true}"#,
            setup: StateTestSetup(variables: ["a": 1, "c": 3]))
        #expect(JSON.object(seen.variables) == ["a": 1, "c": 3, "b": 2])
    }

    @Test func contextIsTheGivenOneOverOurs() throws {
        let context = #"{"State":{"RetryCount":4},"Execution":{"Id":"own"}}"#
        let seen = try Self.inspection(
            of: #"""
                {"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f","End":true,
                 "ResultSelector":{"n.$":"$$.State.Name","r.$":"$$.State.RetryCount","i.$":"$$.Execution.Id","m.$":"$$.StateMachine.Name",
                 "o.$":"$$.Execution.RoleArn"}}
                """#,
            setup: StateTestSetup(mock: try Self.mock("{}"), context: try Payload(parsing: Array(context.utf8))))
        #expect(
            seen.stages[.afterResultSelector]?.tree
                == ["n": "StateName", "r": 4, "i": "own", "m": "machine", "o": .null])
    }
}
