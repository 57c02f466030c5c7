import AWSWire
import JSONTree
import ResourceNames
import Testing

@Suite struct RestartTests {
    @Test func messagesCountsAndHandlesSurviveARestart() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.send(queue, "received")
        try await world.send(queue, "untouched")
        let held = try #require(try await world.receive(queue, max: 1, visibility: 60).first)
        try world.restart()
        #expect(world.bodies(try await world.receive(queue, visibility: 0)) == ["untouched"])
        world.clock.advance(by: .seconds(60))
        let messages = try await world.receive(queue, visibility: 0)
        let again = try #require(messages.first { $0["Body"] == "received" })
        #expect(again["Attributes"]?["ApproximateReceiveCount"] == "2")
        #expect(again["MessageId"] == held["MessageId"])
    }

    @Test func aHandleGivenOutBeforeARestartDeletesAfterIt() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.send(queue, "one")
        let held = try await world.receive(queue, visibility: 60).first
        try world.restart()
        try await world.delete(queue, held)
        try world.restart()
        world.clock.advance(by: .seconds(60))
        #expect(try await world.receive(queue).isEmpty)
    }

    @Test func messagesOfADeletedQueueDoNotAppearInTheNextOfThatName() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.send(queue, "old")
        try await world.run("DeleteQueue", ["QueueUrl": queue])
        let new = try await world.queue()
        try world.restart()
        #expect(try await world.receive(new).isEmpty)
    }

    @Test func delaysAndSettingsSurviveARestart() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue("orders", ["DelaySeconds": "30"])
        try await world.send(queue, "late")
        try world.restart()
        #expect(try await world.attribute(queue, "DelaySeconds") == "30")
        #expect(try await world.receive(queue).isEmpty)
        world.clock.advance(by: .seconds(30))
        #expect(try await world.receive(queue).count == 1)
    }

    @Test func aQueueOfManyMessagesIsReadBackWhole() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        for number in 0..<110 {
            let entries = (0..<10).map {
                JSON.object(["Id": .string("e\($0)"), "MessageBody": .string("\(number)-\($0)")])
            }
            try await world.run("SendMessageBatch", ["QueueUrl": queue, "Entries": .array(entries)])
        }
        try world.restart()
        #expect(try await world.attribute(queue, "ApproximateNumberOfMessages") == "1100")
        var bodies: Set<String> = []
        while true {
            let messages = try await world.receive(queue)
            if messages.isEmpty { break }
            bodies.formUnion(world.bodies(messages))
        }
        #expect(bodies.count == 1_100)
    }
}
