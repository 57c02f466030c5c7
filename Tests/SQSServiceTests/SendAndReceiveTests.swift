import AWSWire
import HandlerContract
import JSONTree
import ResourceNames
import StorageContract
import Testing

@Suite struct SendAndReceiveTests {
    @Test func aMessageArrivesWithItsChecksums() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        let attributes: JSON = [
            "b": ["DataType": "Binary", "BinaryValue": "AAEC/w=="],
            "a": ["DataType": "String", "StringValue": "Grüße"],
            "n": ["DataType": "Number.int", "StringValue": "42"],
        ]
        let sent = try await world.run(
            "SendMessage", ["QueueUrl": queue, "MessageBody": "Hello, World!", "MessageAttributes": attributes])
        #expect(sent["MD5OfMessageBody"] == "65a8e27d8879283831b664bd8b7f0ad4")
        #expect(sent["MD5OfMessageAttributes"] == "38e8f74926c643e660b15ad666ab8c11")
        let message = try #require(try await world.receive(queue).first)
        #expect(message["Body"] == "Hello, World!")
        #expect(message["MD5OfBody"] == sent["MD5OfMessageBody"])
        #expect(message["MD5OfMessageAttributes"] == sent["MD5OfMessageAttributes"])
        #expect(message["MessageAttributes"] == attributes)
        #expect(message["MessageId"] == sent["MessageId"])
        #expect(message["Attributes"]?["ApproximateReceiveCount"] == "1")
        #expect(message["Attributes"]?["SentTimestamp"] == .string(String(world.clock.now.milliseconds)))
        #expect(message["Attributes"]?["SenderId"] == "000000000000")
    }

    @Test func anEmptyQueueAnswersWithoutMessages() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        #expect(try await world.run("ReceiveMessage", ["QueueUrl": queue]) == .emptyObject)
    }

    @Test func aReceivedMessageIsHiddenUntilItsTimeout() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue("orders", ["VisibilityTimeout": "10"])
        try await world.send(queue, "one")
        #expect(try await world.receive(queue).count == 1)
        #expect(try await world.receive(queue).isEmpty)
        #expect(try await world.attribute(queue, "ApproximateNumberOfMessagesNotVisible") == "1")
        world.clock.advance(by: .seconds(10))
        let again = try #require(try await world.receive(queue).first)
        #expect(again["Attributes"]?["ApproximateReceiveCount"] == "2")
        #expect(
            again["Attributes"]?["ApproximateFirstReceiveTimestamp"]
                == .string(String(world.clock.now.milliseconds - 10_000)))
    }

    @Test func aVisibilityTimeoutOfZeroLeavesTheMessageVisible() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.send(queue, "one")
        #expect(try await world.receive(queue, visibility: 0).count == 1)
        #expect(try await world.receive(queue, visibility: 0).count == 1)
    }

    @Test func aDelayedMessageAppearsWhenItsDelayIsOver() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.run("SendMessage", ["QueueUrl": queue, "MessageBody": "late", "DelaySeconds": 5])
        #expect(try await world.receive(queue).isEmpty)
        #expect(try await world.attribute(queue, "ApproximateNumberOfMessagesDelayed") == "1")
        world.clock.advance(by: .seconds(5))
        #expect(try await world.receive(queue).count == 1)
    }

    @Test func messagesOlderThanTheRetentionPeriodAreGone() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue("orders", ["MessageRetentionPeriod": "60"])
        try await world.send(queue, "old")
        world.clock.advance(by: .seconds(59))
        try await world.send(queue, "new")
        world.clock.advance(by: .seconds(1))
        #expect(world.bodies(try await world.receive(queue)) == ["new"])
    }

    @Test func deletedMessagesDoNotComeBack() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.send(queue, "one")
        try await world.delete(queue, try await world.receive(queue).first)
        world.clock.advance(by: .seconds(60))
        #expect(try await world.receive(queue).isEmpty)
        #expect(try await world.attribute(queue, "ApproximateNumberOfMessages") == "0")
    }

    @Test func aHandleOfAnEarlierReceiveDeletesNothing() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.send(queue, "one")
        let first = try await world.receive(queue, visibility: 1).first
        world.clock.advance(by: .seconds(1))
        let second = try await world.receive(queue, visibility: 1).first
        try await world.delete(queue, first)
        world.clock.advance(by: .seconds(1))
        #expect(try await world.receive(queue, visibility: 0).count == 1)
        #expect(second?["ReceiptHandle"] != first?["ReceiptHandle"])
    }

    @Test func aHandleStillDeletesAfterItsTimeoutWhileNobodyElseReceived() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.send(queue, "one")
        let first = try await world.receive(queue, visibility: 1).first
        world.clock.advance(by: .seconds(5))
        try await world.delete(queue, first)
        #expect(try await world.receive(queue).isEmpty)
    }

    @Test func visibilityCanBeChanged() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.send(queue, "one")
        let handle = try #require(try await world.receive(queue, visibility: 5).first?["ReceiptHandle"])
        try await world.run(
            "ChangeMessageVisibility", ["QueueUrl": queue, "ReceiptHandle": handle, "VisibilityTimeout": 20])
        world.clock.advance(by: .seconds(19))
        #expect(try await world.receive(queue).isEmpty)
        try await world.run(
            "ChangeMessageVisibility", ["QueueUrl": queue, "ReceiptHandle": handle, "VisibilityTimeout": 0])
        #expect(try await world.receive(queue).count == 1)
        let late = await world.failure(
            "ChangeMessageVisibility", ["QueueUrl": queue, "ReceiptHandle": handle, "VisibilityTimeout": 1])
        #expect(late?.code == "InvalidParameterValue")
    }

    @Test func messagesReceivedTooOftenGoToTheDeadLetterQueue() async throws {
        let world = try QueueWorld()
        let dead = try await world.queue("dead")
        let policy = #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead","maxReceiveCount":"2"}"#
        let queue = try await world.queue("orders", ["RedrivePolicy": .string(policy)])
        let sent = try await world.send(queue, "poison")
        for _ in 0..<2 { #expect(try await world.receive(queue, visibility: 0).count == 1) }
        #expect(try await world.receive(queue, visibility: 0).isEmpty)
        let letter = try #require(try await world.receive(dead).first)
        #expect(letter["MessageId"] == sent["MessageId"])
        #expect(letter["Attributes"]?["DeadLetterQueueSourceArn"] == "arn:aws:sqs:us-east-1:000000000000:orders")
        #expect(try await world.attribute(queue, "ApproximateNumberOfMessages") == "0")
    }

    @Test func aRepeatedIdempotencyKeySendsOnce() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        world.context.idempotencyKey = "execution/7/1"
        let first = try await world.send(queue, "once")
        let second = try await world.send(queue, "once")
        try world.restart()
        let third = try await world.send(queue, "once")
        #expect(first == second)
        #expect(first == third)
        #expect(try await world.receive(queue).count == 1)
        world.clock.advance(by: .seconds(301))
        try await world.send(queue, "once")
        #expect(try await world.receive(queue).count == 2)
    }

    @Test func aPreparedMessageIsSeenOnlyWhenItsWriteIsDurable() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        let operation = try #require(world.dispatcher.operation("SendMessage", of: "sqs") as? any PreparableOperation)
        let input: JSON = ["QueueUrl": queue, "MessageBody": "prepared"]
        let lost = try await operation.prepare(input, in: world.context)
        let kept = try await operation.prepare(input, in: world.context)
        #expect(try await world.receive(queue).isEmpty)
        for effect in lost.effects { (effect as? PreparedWrite)?.settled(false) }
        #expect(try await world.receive(queue).isEmpty)
        let write = try #require(kept.effects.first as? PreparedWrite)
        #expect(await world.store.commit(WriteUnit(mutations: write.mutations)) == .committed)
        write.settled(true)
        #expect(try await world.receive(queue).first?["MessageId"] == kept.output.body["MessageId"])
        try world.restart()
        world.clock.advance(by: .seconds(30))
        #expect(try await world.receive(queue).count == 1)
    }

    @Test func aBatchAnswersEntryByEntry() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        let answer = try await world.run(
            "SendMessageBatch",
            [
                "QueueUrl": queue,
                "Entries": [
                    ["Id": "a", "MessageBody": "one"], ["Id": "b", "MessageBody": "two", "DelaySeconds": 901],
                ],
            ])
        #expect(answer["Successful"]?.arrayValue?.count == 1)
        #expect(answer["Failed"]?[0]?["Id"] == "b")
        #expect(answer["Failed"]?[0]?["Code"] == "InvalidParameterValue")
        let message = try #require(try await world.receive(queue).first)
        let deleted = try await world.run(
            "DeleteMessageBatch",
            [
                "QueueUrl": queue,
                "Entries": [
                    ["Id": "a", "ReceiptHandle": message["ReceiptHandle"] ?? .null],
                    ["Id": "b", "ReceiptHandle": "nonsense"],
                ],
            ])
        #expect(deleted["Successful"]?.arrayValue?.count == 1)
        #expect(deleted["Failed"]?[0]?["Code"] == "ReceiptHandleIsInvalid")
    }
}

extension SendAndReceiveTests {
    @Test func messagesThatDoNotFitIntoMemoryAreReadBack() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        for number in 0..<40 { try await world.send(queue, "\(number) " + String(repeating: "x", count: 1_000_000)) }
        var numbers: [String] = []
        for _ in 0..<4 {
            numbers += world.bodies(try await world.receive(queue)).map { String($0.prefix { $0 != " " }) }
        }
        #expect(Set(numbers) == Set((0..<40).map(String.init)))
    }
}
