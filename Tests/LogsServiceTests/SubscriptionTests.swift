import AWSWire
import JSONTree
import LogsService
import ResourceNames
import Testing

/// Events that match go to a function, also after a restart.
struct SubscriptionTests {
    private static let function: JSON = "arn:aws:lambda:us-east-1:000000000000:function:f"

    private func put(_ world: LogWorld, _ name: JSON = "f", _ pattern: JSON = "ERROR") async throws(ServiceError) {
        try await world.run(
            "PutSubscriptionFilter",
            ["logGroupName": "g", "filterName": name, "filterPattern": pattern, "destinationArn": Self.function])
    }

    @Test func whatMatchesGoesToTheFunction() async throws {
        let world = try await LogWorld.withStream()
        try await put(world)
        #expect(await world.calls.call(1)["InvocationType"] == "DryRun")
        try world.restart()
        let shown = try await world.run("DescribeSubscriptionFilters", ["logGroupName": "g"])["subscriptionFilters"]
        #expect(shown?[0]?["filterName"] == "f" && shown?[0]?["destinationArn"] == Self.function)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let service = world.service
            group.addTask { await service.run() }
            world.calls.fail([ServiceError("ServiceException", "later", status: 500)])
            try await world.put([(0, "fine"), (1, "ERROR one"), (2, "ERROR two")])
            let (first, second) = (await world.calls.call(2), await world.calls.call(3))
            #expect(first == second && second["InvocationType"] == "Event" && second["FunctionName"] == Self.function)
            group.cancelAll()
        }
    }

    @Test func aGroupHasTwoFiltersAtMostWhichHaveNames() async throws {
        let world = try await LogWorld.withStream()
        for name in ["a", "b", "a"] as [JSON] { try await put(world, name) }
        await #expect(throws: ServiceError.self) { try await put(world, "c") }
        let input: JSON = ["logGroupName": "g", "filterName": "a"]
        try await world.run("DeleteSubscriptionFilter", input)
        #expect(await world.failure("DeleteSubscriptionFilter", input) == "ResourceNotFoundException")
        try await put(world, "c")
    }

    @Test func aFunctionThatCannotBeCalledIsRefused() async throws {
        let world = try await LogWorld.withStream()
        world.calls.fail([ServiceError("ResourceNotFoundException", "none", status: 404)])
        await #expect(throws: ServiceError.self) { try await put(world) }
        for destination in ["arn:aws:kinesis:us-east-1:000000000000:stream/s", "f"] as [JSON] {
            #expect(
                await world.failure(
                    "PutSubscriptionFilter",
                    ["logGroupName": "g", "filterName": "x", "filterPattern": "", "destinationArn": destination])
                    == "InvalidParameterException")
        }
    }
}
