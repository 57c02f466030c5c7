import AWSWire
import ExecutionEngine
import JSONTree
import TestSupport
import Testing

@testable import StepFunctionsService

/// What is full takes nothing more, and says so with AWS's code.
struct QuotaTests {
    private func world(_ lower: (inout Limits) -> Void) throws -> ServiceWorld {
        var limits = Limits()
        lower(&limits)
        return try ServiceWorld(limits)
    }

    @Test func aMachineHasSoManyVersions() async throws {
        let world = try world { $0.versionsMax = 2 }
        let arn = try await world.machine(publish: true)
        for (number, definition) in [ServiceWorld.fail, ServiceWorld.wait].enumerated() {
            try await world.call(
                "UpdateStateMachine", ["stateMachineArn": .string(arn), "definition": .string(definition)])
            let refusal = await world.refusal("PublishStateMachineVersion", ["stateMachineArn": .string(arn)])
            #expect(refusal == (number == 0 ? nil : "ServiceQuotaExceededException"))
        }
        #expect(
            await world.refusal(
                "UpdateStateMachine",
                [
                    "stateMachineArn": .string(arn), "definition": .string(ServiceWorld.pass), "publish": true,
                ]) == "ServiceQuotaExceededException")
        let described = try await world.call("DescribeStateMachine", ["stateMachineArn": .string(arn)])
        #expect(described["definition"]?.stringValue == ServiceWorld.wait, "a refused update changes nothing")
        try await world.call("DeleteStateMachineVersion", ["stateMachineVersionArn": .string("\(arn):1")])
        #expect(await world.refusal("PublishStateMachineVersion", ["stateMachineArn": .string(arn)]) == nil)
    }

    @Test func aMachineHasSoManyAliases() async throws {
        let world = try world { $0.aliasesMax = 1 }
        let arn = try await world.machine(publish: true)
        func create(_ name: String) async -> String? {
            await world.refusal(
                "CreateStateMachineAlias",
                [
                    "name": .string(name),
                    "routingConfiguration": [["stateMachineVersionArn": .string("\(arn):1"), "weight": 100]],
                ])
        }
        #expect(await create("a") == nil)
        #expect(await create("b") == "ServiceQuotaExceededException")
        #expect(await create("a") == nil, "the same again is no second one")
    }

    @Test func anAccountHasSoManyMachinesAndActivities() async throws {
        let world = try world { ($0.stateMachinesMax, $0.activitiesMax) = (1, 1) }
        _ = try await world.machine("one")
        let second: JSON = [
            "name": "two", "definition": .string(ServiceWorld.pass), "roleArn": .string(ServiceWorld.role),
        ]
        #expect(await world.refusal("CreateStateMachine", second) == "StateMachineLimitExceeded")
        #expect(await world.refusal("CreateActivity", ["name": "one"]) == nil)
        #expect(await world.refusal("CreateActivity", ["name": "two"]) == "ActivityLimitExceeded")
        #expect(await world.refusal("CreateActivity", ["name": "one"]) == nil)
    }

    @Test(arguments: Limits.names)
    func everyNameSetsALimitOfItsOwn(name: String) {
        var limits = Limits()
        let isKnown = limits.set(name, to: 3)
        #expect(isKnown)
        let counts = [
            limits.stateMachinesMax, limits.activitiesMax, limits.versionsMax, limits.aliasesMax,
            limits.openExecutionsMax, limits.workersPerActivityMax, limits.mapRunRedrivesMax, limits.tagsMax,
        ]
        #expect(counts.filter { $0 == 3 }.count == 1)
        let isOther = limits.set("flying-pigs", to: 3)
        #expect(!isOther)
    }

    @Test func anAccountHasSoManyOpenExecutions() async throws {
        var (limits, engine) = (Limits(), EngineLimits())
        limits.openExecutionsMax = 1
        limits.apply(to: &engine)
        let world = try ServiceWorld(limits, engine: engine)
        let machine: JSON = ["stateMachineArn": .string(try await world.machine("m", ServiceWorld.wait))]
        #expect(await world.refusal("StartExecution", machine) == nil)
        #expect(await world.refusal("StartExecution", machine) == "ExecutionLimitExceeded")
    }

    @Test func aResourceHasSoManyTags() async throws {
        let world = try world { $0.tagsMax = 1 }
        let arn = try await world.machine()
        func tag(_ key: String) async -> String? {
            await world.refusal(
                "TagResource", ["resourceArn": .string(arn), "tags": [["key": .string(key), "value": ""]]])
        }
        #expect(await tag("a") == nil)
        #expect(await tag("b") == "TooManyTags")
        #expect(await tag("a") == nil)
    }

    @Test func anActivityHasSoManyWorkers() async throws {
        var limits = EngineLimits()
        limits.workersPerActivityMax = 1
        let world = try ServiceWorld(engine: limits)
        let made = try await world.call("CreateActivity", ["name": "a"])
        let arn = try #require(made["activityArn"])
        let refusals = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<2 { group.addTask { await world.refusal("GetActivityTask", ["activityArn": arn]) } }
            // The one that may not wait answers first; then the other's minute goes by.
            let first = await group.next() ?? nil
            world.engine.clock.advance(by: .seconds(61))
            let mover = Task {
                while !Task.isCancelled {
                    world.engine.clock.advance(by: .seconds(61))
                    await Task.yield()
                }
            }
            defer { mover.cancel() }
            return [first, await group.next() ?? nil]
        }
        #expect(refusals == ["ActivityWorkerLimitExceeded", nil])
    }
}
