import AWSWire
import ExecutionEngine
import JSONTree
import TestSupport
import Testing

@testable import StepFunctionsService

/// Requests for one machine at the same time, and writes that fail.
struct DecisionTests {
    @Test func fiftyPublishOneRevisionAndItIsOneVersion() async throws {
        let world = try ServiceWorld()
        let arn = try await world.machine()
        let versions = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try? await world.call("PublishStateMachineVersion", ["stateMachineArn": .string(arn)])[
                        "stateMachineVersionArn"]?.stringValue
                }
            }
            return await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(versions == ["\(arn):1"])
    }

    @Test func anAliasAndTheDeletionOfItsVersionExcludeEachOther() async throws {
        let world = try ServiceWorld()
        for round in 0..<20 {
            let arn = try await world.machine("m\(round)", publish: true)
            let route: JSON = [["stateMachineVersionArn": .string("\(arn):1"), "weight": 100]]
            async let alias = world.refusal(
                "CreateStateMachineAlias", ["name": "LIVE", "routingConfiguration": route])
            async let deletion = world.refusal(
                "DeleteStateMachineVersion", ["stateMachineVersionArn": .string("\(arn):1")])
            let outcome = await (alias, deletion)
            #expect(outcome == (nil, "ConflictException") || outcome == ("ResourceNotFound", nil), "\(outcome)")
        }
    }

    @Test func whatCouldNotBeWrittenWasNotDecided() async throws {
        let world = try ServiceWorld()
        let arn = try await world.machine()
        world.engine.store.failNext(1)
        #expect(
            await world.refusal("PublishStateMachineVersion", ["stateMachineArn": .string(arn)]) == "ServiceUnavailable"
        )
        let listed = try await world.call("ListStateMachineVersions", ["stateMachineArn": .string(arn)])
        #expect(listed["stateMachineVersions"]?.arrayValue?.isEmpty == true)
        let version = try await world.call("PublishStateMachineVersion", ["stateMachineArn": .string(arn)])
        #expect(version["stateMachineVersionArn"]?.stringValue == "\(arn):1")
    }
}
