import AWSWire
import JSONTree
import ResourceNames
import Testing

@Suite struct FIFOTests {
    private func fifo(_ world: QueueWorld, _ more: JSON = .emptyObject) async throws -> JSON {
        var attributes = more.objectValue ?? JSONObject()
        attributes["FifoQueue"] = "true"
        return try await world.queue("orders.fifo", .object(attributes))
    }

    @Test func aGroupIsReceivedInOrderAndLockedMeanwhile() async throws {
        let world = try QueueWorld()
        let queue = try await fifo(world, ["ContentBasedDeduplication": "true"])
        for body in ["a1", "a2", "a3"] { try await world.send(queue, body, group: "a") }
        try await world.send(queue, "b1", group: "b")
        let first = try await world.receive(queue, max: 2)
        #expect(world.bodies(first) == ["a1", "a2"])
        #expect(world.bodies(try await world.receive(queue)) == ["b1"])
        try await world.delete(queue, first[0])
        #expect(try await world.receive(queue).isEmpty)
        try await world.delete(queue, first[1])
        #expect(world.bodies(try await world.receive(queue)) == ["a3"])
    }

    @Test func aMessageThatReturnsComesFirstAgain() async throws {
        let world = try QueueWorld()
        let queue = try await fifo(world, ["ContentBasedDeduplication": "true"])
        for body in ["a1", "a2"] { try await world.send(queue, body, group: "a") }
        #expect(world.bodies(try await world.receive(queue, max: 1, visibility: 5)) == ["a1"])
        world.clock.advance(by: .seconds(5))
        #expect(world.bodies(try await world.receive(queue)) == ["a1", "a2"])
    }

    @Test func aGroupStaysLockedOverARestartThoughItsFirstMessageIsVisibleAgain() async throws {
        let world = try QueueWorld()
        let queue = try await fifo(world, ["ContentBasedDeduplication": "true"])
        for body in ["a1", "a2"] { try await world.send(queue, body, group: "a") }
        let both = try await world.receive(queue, visibility: 60)
        try await world.run(
            "ChangeMessageVisibility",
            ["QueueUrl": queue, "ReceiptHandle": both[0]["ReceiptHandle"] ?? .null, "VisibilityTimeout": 0])
        #expect(try await world.receive(queue).isEmpty)
        try world.restart()
        #expect(try await world.receive(queue).isEmpty)
        try await world.delete(queue, both[1])
        #expect(world.bodies(try await world.receive(queue)) == ["a1"])
    }

    @Test func orderSurvivesARestart() async throws {
        let world = try QueueWorld()
        let queue = try await fifo(world, ["ContentBasedDeduplication": "true"])
        for body in ["a1", "a2", "a3"] { try await world.send(queue, body, group: "a") }
        let first = try await world.receive(queue, max: 1, visibility: 60)
        try world.restart()
        #expect(try await world.receive(queue).isEmpty)
        try await world.delete(queue, first[0])
        #expect(world.bodies(try await world.receive(queue)) == ["a2", "a3"])
    }

    @Test func aRepeatedDeduplicationIDIsAcceptedAndNotDelivered() async throws {
        let world = try QueueWorld()
        let queue = try await fifo(world)
        let first = try await world.send(queue, "one", group: "a", id: "x")
        #expect(try await world.send(queue, "two", group: "b", id: "x") == first)
        try world.restart()
        #expect(try await world.send(queue, "three", group: "a", id: "x") == first)
        #expect(world.bodies(try await world.receive(queue)) == ["one"])
        world.clock.advance(by: .seconds(301))
        #expect(try await world.send(queue, "four", group: "a", id: "x") != first)
    }

    @Test func sequenceNumbersHaveTwentyDigitsAndRise() async throws {
        let world = try QueueWorld()
        let queue = try await fifo(world)
        let first = try await world.send(queue, "one", group: "a", id: "1")["SequenceNumber"]?.stringValue ?? ""
        try world.restart()
        let second = try await world.send(queue, "two", group: "a", id: "2")["SequenceNumber"]?.stringValue ?? ""
        #expect(first.count == 20)
        #expect(second.count == 20)
        #expect(first < second)
    }

    @Test func whatAMessageMustCarryIsRefusedInAWSWords() async throws {
        let world = try QueueWorld()
        let queue = try await fifo(world)
        let noGroup = await world.failure("SendMessage", ["QueueUrl": queue, "MessageBody": "x"])
        #expect(noGroup?.message == "The request must contain the parameter MessageGroupId.")
        let noID = await world.failure("SendMessage", ["QueueUrl": queue, "MessageBody": "x", "MessageGroupId": "g"])
        #expect(
            noID?.message
                == "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly"
        )
    }

    @Test func anExpiredHandleIsRefused() async throws {
        let world = try QueueWorld()
        let queue = try await fifo(world)
        try await world.send(queue, "one", group: "a", id: "1")
        let message = try await world.receive(queue, visibility: 1).first
        world.clock.advance(by: .seconds(2))
        let failure = await world.failure(
            "DeleteMessage", ["QueueUrl": queue, "ReceiptHandle": message?["ReceiptHandle"] ?? .null])
        #expect(failure?.code == "InvalidParameterValue")
        #expect(failure?.message.hasSuffix("The receipt handle has expired.") == true)
    }
}
