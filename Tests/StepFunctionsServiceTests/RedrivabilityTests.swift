import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import TestSupport
import Testing

@testable import StepFunctionsService

/// What DescribeExecution says about a redrive, in AWS's words.
struct RedrivabilityTests {
    private func reason(_ world: ServiceWorld, after span: Duration = .zero) async throws -> String? {
        let arn = try await world.machine("m", ServiceWorld.fail)
        let started = try await world.call("StartExecution", ["stateMachineArn": .string(arn)])
        let execution = try #require(started["executionArn"]?.stringValue)
        _ = try await world.engine.engine.end(of: try #require(ExecutionARN(execution)))
        world.engine.clock.advance(by: span)
        let described = try await world.call("DescribeExecution", ["executionArn": .string(execution)])
        #expect(
            described["redriveStatus"]?.stringValue
                == (described["redriveStatusReason"] == nil ? "REDRIVABLE" : "NOT_REDRIVABLE"))
        return described["redriveStatusReason"]?.stringValue
    }

    @Test func aFailedExecutionMayBeRedrivenForTwoWeeks() async throws {
        #expect(try await reason(try ServiceWorld(), after: .seconds(14 * 86_400 - 1)) == nil)
        #expect(
            try await reason(try ServiceWorld(), after: .seconds(14 * 86_400 + 1))
                == "Execution redrivable period exceeded")
    }

    @Test func aLongHistoryIsNotRedriven() async throws {
        var limits = Limits()
        limits.redrivableEventsMax = 3
        #expect(try await reason(try ServiceWorld(limits)) == "Execution history event limit exceeded")
    }

    @Test func anExecutionThatWasOpenTooLongIsNotRedriven() async throws {
        var limits = Limits()
        limits.openPeriodMax = .seconds(-1)
        #expect(try await reason(try ServiceWorld(limits)) == "Execution has exceeded the max execution time")
    }
}
