import AWSWire
import JSONTree
import ResourceNames
import Testing

@Suite struct LongPollTests {
    /// Waits until a receiver is parked: its timer is set then.
    private func parked(_ world: QueueWorld, timers: Int = 1) async {
        while world.clock.timerCount < timers { await Task.yield() }
    }

    @Test func aSendWakesAWaitingReceiver() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        nonisolated(unsafe) let shared = world
        async let messages = shared.receive(queue, wait: 20)
        await parked(world)
        try await world.send(queue, "here")
        #expect(world.bodies(try await messages) == ["here"])
    }

    @Test func aWaitEndsEmptyWhenItsTimeIsOver() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue("orders", ["ReceiveMessageWaitTimeSeconds": "7"])
        nonisolated(unsafe) let shared = world
        async let answer = shared.run("ReceiveMessage", ["QueueUrl": queue])
        await parked(world)
        world.clock.advance(by: .seconds(7))
        #expect(try await answer == .emptyObject)
    }

    @Test func aMessageThatBecomesVisibleWakesAWaitingReceiver() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.send(queue, "again")
        _ = try await world.receive(queue, visibility: 5)
        nonisolated(unsafe) let shared = world
        async let messages = shared.receive(queue, wait: 20)
        await parked(world, timers: 2)
        world.clock.advance(by: .seconds(5))
        #expect(world.bodies(try await messages) == ["again"])
    }

    @Test func eachMessageGoesToOneOfManyWaitingReceivers() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        nonisolated(unsafe) let shared = world
        let bodies = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                group.addTask { shared.bodies((try? await shared.receive(queue, max: 1, wait: 20)) ?? []) }
            }
            await parked(world, timers: 8)
            for number in 0..<8 { _ = try? await world.send(queue, "\(number)") }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(bodies.sorted() == (0..<8).map(String.init))
    }

    @Test func aCancelledReceiverTakesNothing() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        nonisolated(unsafe) let shared = world
        let waiting = Task { try await shared.receive(queue, wait: 20) }
        await parked(world)
        waiting.cancel()
        #expect(try await waiting.value.isEmpty)
        try await world.send(queue, "kept")
        #expect(try await world.receive(queue).count == 1)
    }

    @Test func deletingAQueueEndsItsWaits() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        nonisolated(unsafe) let shared = world
        async let failure = shared.failure("ReceiveMessage", ["QueueUrl": queue, "WaitTimeSeconds": 20])
        await parked(world)
        try await world.run("DeleteQueue", ["QueueUrl": queue])
        #expect(await failure?.code == "QueueDoesNotExist")
    }
}
