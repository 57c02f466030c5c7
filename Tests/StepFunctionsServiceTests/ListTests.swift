import AWSWire
import ExecutionEngine
import JSONTree
import TestSupport
import Testing

@testable import StepFunctionsService

/// Lists that leave much out end their pages early instead of reading without end.
struct ListTests {
    @Test func aPageEndsEarlyAndTheNextGoesOn() async throws {
        var limits = Limits()
        limits.executionsScannedMax = 1
        let world = try ServiceWorld(limits)
        let arn = try await world.machine(publish: true)
        for reference in [arn, "\(arn):1", arn] {
            try await world.call("StartExecution", ["stateMachineArn": .string(reference)])
            world.engine.clock.advance(by: .milliseconds(5))
        }
        var (found, token): (Int, JSON?) = (0, nil)
        repeat {
            var input = JSONObject([("stateMachineArn", .string("\(arn):1"))])
            if let token { input["nextToken"] = token }
            let page = try await world.call("ListExecutions", .object(input))
            found += page["executions"]?.arrayValue?.count ?? 0
            token = page["nextToken"]
        } while token != nil
        #expect(found == 1)
    }
}
