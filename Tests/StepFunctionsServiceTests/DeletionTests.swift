import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import TestSupport
import Testing

@testable import StepFunctionsService

/// A machine goes when the last of its executions has ended.
struct DeletionTests {
    @Test func theNextTransitionEndsAnExecutionAndTheLastOneTheMachine() async throws {
        let world = try ServiceWorld()
        let arn = try await world.machine("going", ServiceWorld.wait)
        let machine: JSON = ["stateMachineArn": .string(arn)]
        let started = try await world.call("StartExecution", machine)
        let execution = try #require(started["executionArn"]?.stringValue)
        try await world.call("DeleteStateMachine", machine)
        #expect(try await world.call("DescribeStateMachine", machine)["status"] == "DELETING")
        #expect(await world.refusal("StartExecution", machine) == "StateMachineDeleting")
        world.engine.clock.advance(by: .seconds(61))
        let arnOfExecution = try #require(ExecutionARN(execution))
        #expect(try await world.engine.engine.end(of: arnOfExecution).status == .aborted)
        while await world.refusal("DescribeStateMachine", machine) == nil { await Task.yield() }
        #expect(await world.refusal("DescribeStateMachine", machine) == "StateMachineDoesNotExist")
    }

    @Test func withoutExecutionsItIsGoneWhenTheActionAnswers() async throws {
        let world = try ServiceWorld()
        let arn = try await world.machine("gone", publish: true)
        try await world.call("DeleteStateMachine", ["stateMachineArn": .string(arn)])
        #expect(
            await world.refusal("DescribeStateMachine", ["stateMachineArn": .string(arn)]) == "StateMachineDoesNotExist"
        )
        #expect(try await world.machine("gone", ServiceWorld.fail) == arn)
    }
}
