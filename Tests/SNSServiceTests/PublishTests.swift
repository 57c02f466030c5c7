import AWSWire
import Digests
import HandlerContract
import JSONTree
import ResourceNames
import StorageContract
import Synchronization
import Testing

@Suite struct PublishTests {
    @Test func aQueueGetsTheEnvelopeInAWSLayout() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (queue, subscription) = try await world.subscribedQueue(topic)
        let sent = try await world.run(
            "Publish",
            [
                "TopicArn": topic, "Message": #"{"a": "b"}"#, "Subject": "Hello",
                "MessageAttributes": ["kind": ["DataType": "String", "StringValue": "x"]],
            ])
        let body = try #require(try await world.messages(queue).first?["Body"]?.stringValue)
        #expect(body.hasPrefix("{\n  \"Type\" : \"Notification\",\n  \"MessageId\" : \""))
        let envelope = try JSON.parse(body)
        #expect(
            envelope.objectValue?.keys == [
                "Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion", "Signature",
                "SigningCertURL",
                "UnsubscribeURL", "MessageAttributes",
            ])
        #expect(envelope["MessageId"] == sent["MessageId"])
        #expect(envelope["TopicArn"] == topic)
        #expect(envelope["Subject"] == "Hello")
        #expect(envelope["Message"] == #"{"a": "b"}"#)
        #expect(envelope["Timestamp"] == "2027-01-15T08:00:00.000Z")
        #expect(envelope["MessageAttributes"] == ["kind": ["Type": "String", "Value": "x"]])
        #expect(
            envelope["UnsubscribeURL"]?.stringValue?.hasSuffix("SubscriptionArn=\(subscription.stringValue ?? "?")")
                == true)
    }

    @Test func rawDeliveryPassesMessageAndAttributesOn() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (queue, _) = try await world.subscribedQueue(topic, "raw", ["RawMessageDelivery": "true"])
        let attributes: JSON = ["kind": ["DataType": "String", "StringValue": "x"]]
        try await world.run("Publish", ["TopicArn": topic, "Message": "plain", "MessageAttributes": attributes])
        let message = try #require(try await world.messages(queue).first)
        #expect(message["Body"] == "plain")
        #expect(message["MessageAttributes"] == attributes)
    }

    @Test func onePublishWithItsDeliveriesIsOnePreparedEffect() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (first, _) = try await world.subscribedQueue(topic, "first", ["RawMessageDelivery": "true"])
        let (second, _) = try await world.subscribedQueue(topic, "second", ["RawMessageDelivery": "true"])
        let operation = try #require(world.dispatcher.operation("Publish", of: "sns") as? any PreparableOperation)
        let prepared = try await operation.prepare(["TopicArn": topic, "Message": "m"], in: world.context)
        let writes = prepared.effects.compactMap { $0 as? PreparedWrite }
        // What tells those who look on writes nothing.
        #expect(writes.filter { !$0.mutations.isEmpty }.count == 2)
        #expect(try await world.messages(first).isEmpty)
        #expect(await world.store.commit(WriteUnit(mutations: writes.flatMap(\.mutations))) == .committed)
        for write in writes { write.settled(true) }
        #expect(try await world.messages(first).count == 1)
        #expect(try await world.messages(second).count == 1)
    }

    @Test func aPreparedPublishThatIsDroppedLeavesNothing() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic("news.fifo", ["FifoTopic": "true"])
        let (queue, _) = try await world.subscribedQueue(topic, "inbox.fifo")
        let input: JSON = ["TopicArn": topic, "Message": "m", "MessageGroupId": "g", "MessageDeduplicationId": "d"]
        let operation = try #require(world.dispatcher.operation("Publish", of: "sns") as? any PreparableOperation)
        _ = try await operation.prepare(input, in: world.context)
        try await world.run("Publish", input)
        #expect(try await world.messages(queue).count == 1)
    }

    @Test func aMessagePerProtocolIsChosen() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (queue, _) = try await world.subscribedQueue(topic, "raw", ["RawMessageDelivery": "true"])
        try await world.run(
            "Publish",
            ["TopicArn": topic, "MessageStructure": "json", "Message": #"{"default":"d","sqs":"for queues"}"#])
        #expect(try await world.messages(queue).first?["Body"] == "for queues")
        let failure = await world.failure("Publish", ["TopicArn": topic, "MessageStructure": "json", "Message": "{}"])
        #expect(failure?.message == "Invalid parameter: Message Structure - No default entry in JSON message body")
    }

    @Test func aFunctionIsInvoked() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        try await world.run(
            "Subscribe",
            ["TopicArn": topic, "Protocol": "lambda", "Endpoint": "arn:aws:lambda:us-east-1:000000000000:function:f"])
        try await world.run("Publish", ["TopicArn": topic, "Message": "m"])
        let call = await world.calls.call(1)
        #expect(call["FunctionName"] == "arn:aws:lambda:us-east-1:000000000000:function:f")
        #expect(call["InvocationType"] == "Event")
        let event = try JSON.parse(Base64.decode(call["Payload"]?.stringValue ?? "") ?? [])
        #expect(event["Records"]?[0]?["EventSource"] == "aws:sns")
        #expect(event["Records"]?[0]?["Sns"]?["Message"] == "m")
    }

    @Test func invocationsAreWrittenWithThePublishAndRunOnceItIsDurable() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        for name in ["f", "g"] {
            try await world.run(
                "Subscribe",
                [
                    "TopicArn": topic, "Protocol": "lambda",
                    "Endpoint": .string("arn:aws:lambda:us-east-1:000000000000:function:\(name)"),
                ])
        }
        let operation = try #require(world.dispatcher.operation("Publish", of: "sns") as? any PreparableOperation)
        let prepared = try await operation.prepare(["TopicArn": topic, "Message": "owed"], in: world.context)
        let writes = prepared.effects.compactMap { $0 as? PreparedWrite }
        #expect(world.calls.state.withLock { $0.inputs.isEmpty })
        try await world.store.commit(writes)
        #expect(world.calls.state.withLock { $0.inputs.count } == 2)
        #expect(try await world.store.resources(kind: "invocation").count == 2)
    }

    @Test func aFunctionThatIsGoneDoesNotStopAPublish() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (queue, _) = try await world.subscribedQueue(topic)
        try await world.run(
            "Subscribe",
            [
                "TopicArn": topic, "Protocol": "lambda",
                "Endpoint": "arn:aws:lambda:us-east-1:000000000000:function:gone",
            ])
        world.calls.state.withLock {
            $0.failures = [ServiceError("ResourceNotFoundException", "Function not found", status: 404)]
        }
        try await world.run("Publish", ["TopicArn": topic, "Message": "m"])
        #expect(try await world.messages(queue).count == 1)
    }

    @Test func aQueueThatIsGoneDoesNotStopAPublish() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (gone, _) = try await world.subscribedQueue(topic, "gone")
        let (kept, _) = try await world.subscribedQueue(topic, "kept")
        try await world.run("DeleteQueue", of: "sqs", ["QueueUrl": gone])
        try await world.run("Publish", ["TopicArn": topic, "Message": "m"])
        #expect(try await world.messages(kept).count == 1)
    }

    @Test func aRepeatInAFIFOTopicIsAnsweredAndNotDelivered() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic("news.fifo", ["FifoTopic": "true", "ContentBasedDeduplication": "true"])
        let (queue, _) = try await world.subscribedQueue(topic, "inbox.fifo", ["RawMessageDelivery": "true"])
        let input: JSON = ["TopicArn": topic, "Message": "once", "MessageGroupId": "g"]
        let first = try await world.run("Publish", input)
        #expect(try await world.run("Publish", input) == first)
        try world.restart()
        #expect(try await world.run("Publish", input) == first)
        #expect(first["SequenceNumber"]?.stringValue?.count == 20)
        #expect(try await world.messages(queue).count == 1)
        try world.restart(after: .seconds(301))
        #expect(try await world.run("Publish", input) != first)
    }

    @Test func aBatchAnswersEntryByEntry() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (queue, _) = try await world.subscribedQueue(topic)
        let answer = try await world.run(
            "PublishBatch",
            [
                "TopicArn": topic,
                "PublishBatchRequestEntries": [["Id": "a", "Message": "one"], ["Id": "b", "Message": ""]],
            ])
        #expect(answer["Successful"]?[0]?["Id"] == "a")
        #expect(answer["Failed"]?[0]?["Code"] == "InvalidParameter")
        #expect(try await world.messages(queue).count == 1)
    }

    @Test func refusalsAreInAWSWords() async throws {
        let world = try TopicWorld()
        let fifo = try await world.topic("news.fifo", ["FifoTopic": "true"])
        let noGroup = await world.failure("Publish", ["TopicArn": fifo, "Message": "m"])
        #expect(noGroup?.code == "InvalidParameter")
        #expect(noGroup?.message == "Invalid parameter: The MessageGroupId parameter is required for FIFO topics")
        let missing = await world.failure(
            "Publish", ["TopicArn": "arn:aws:sns:us-east-1:000000000000:none", "Message": "m"])
        #expect(missing?.code == "NotFound")
        #expect(missing?.status == 404)
        #expect(missing?.message == "Topic does not exist")
    }

    @Test(arguments: [("Topic", 1), ("MessageGroup", 2)])
    func aRepeatIsOneWithinItsScope(scope: String, count: Int) async throws {
        let world = try TopicWorld()
        let topic = try await world.topic("news.fifo", ["FifoTopic": "true", "FifoThroughputScope": .string(scope)])
        let (queue, _) = try await world.subscribedQueue(topic, "plain", ["RawMessageDelivery": "true"])
        for group in ["a", "b", "a"] as [JSON] {
            try await world.run(
                "Publish",
                ["TopicArn": topic, "Message": "m", "MessageGroupId": group, "MessageDeduplicationId": "d"])
        }
        #expect(try await world.messages(queue).count == count)
    }
}
