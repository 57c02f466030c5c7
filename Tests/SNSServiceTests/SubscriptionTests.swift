import AWSWire
import JSONTree
import Testing

@Suite struct SubscriptionTests {
    @Test func topicsAndSubscriptionsSurviveARestart() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic("news", ["DisplayName": "News"])
        let (queue, subscription) = try await world.subscribedQueue(topic)
        try world.restart()
        #expect(try await world.run("ListTopics", .emptyObject) == ["Topics": [["TopicArn": topic]]])
        #expect(try await world.run("GetTopicAttributes", ["TopicArn": topic])["Attributes"]?["DisplayName"] == "News")
        #expect(
            try await world.run("ListSubscriptionsByTopic", ["TopicArn": topic])["Subscriptions"]?[0]?[
                "SubscriptionArn"] == subscription)
        try await world.run("Publish", ["TopicArn": topic, "Message": "m"])
        #expect(try await world.messages(queue).count == 1)
    }

    @Test func subscribingAnEndpointAgainAnswersWithTheSameSubscription() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (_, first) = try await world.subscribedQueue(topic)
        let (_, second) = try await world.subscribedQueue(topic)
        #expect(first == second)
    }

    @Test func anEndedSubscriptionGetsNothing() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (queue, subscription) = try await world.subscribedQueue(topic)
        try await world.run("Unsubscribe", ["SubscriptionArn": subscription])
        try await world.run("Unsubscribe", ["SubscriptionArn": subscription])
        try await world.run("Publish", ["TopicArn": topic, "Message": "m"])
        #expect(try await world.messages(queue).isEmpty)
    }

    @Test(arguments: [
        (policy: #"{"kind":["a","b"]}"#, passes: ["a", "b"]),
        (policy: #"{"kind":[{"prefix":"a"}]}"#, passes: ["a", "apple"]),
        (policy: #"{"kind":[{"anything-but":["a"]}]}"#, passes: ["b", "apple"]),
        (policy: #"{"kind":[{"exists":false}]}"#, passes: []),
        (policy: #"{"size":[{"numeric":[">",1,"<=",3]}]}"#, passes: ["b", "apple"]),
        (policy: #"{"$or":[{"kind":["a"]},{"size":[3]}]}"#, passes: ["a", "apple"]),
    ])
    func aFilterPolicyLetsThrough(policy: String, passes: [String]) async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (queue, _) = try await world.subscribedQueue(
            topic, "raw", ["RawMessageDelivery": "true", "FilterPolicy": .string(policy)])
        for (size, kind) in ["a", "b", "apple"].enumerated() {
            try await world.run(
                "Publish",
                [
                    "TopicArn": topic, "Message": .string(kind),
                    "MessageAttributes": [
                        "kind": ["DataType": "String", "StringValue": .string(kind)],
                        "size": ["DataType": "Number", "StringValue": .string(String(size + 1))],
                    ],
                ])
        }
        #expect(try await world.messages(queue).compactMap { $0["Body"]?.stringValue } == passes)
    }

    @Test func aFilterPolicyMayLookAtTheBody() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let (queue, _) = try await world.subscribedQueue(
            topic, "raw",
            [
                "RawMessageDelivery": "true", "FilterPolicyScope": "MessageBody",
                "FilterPolicy": #"{"order":{"state":["open"]}}"#,
            ])
        for body in [#"{"order":{"state":"open"}}"#, #"{"order":{"state":"shut"}}"#, "text"] {
            try await world.run("Publish", ["TopicArn": topic, "Message": .string(body)])
        }
        #expect(try await world.messages(queue).count == 1)
    }

    @Test func protocolsThatAreNotServedAreRefused() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let failure = await world.failure("Subscribe", ["TopicArn": topic, "Protocol": "sms", "Endpoint": "+15550100"])
        #expect(failure?.code == "InvalidParameter")
    }

    @Test func aMailAddressIsKeptUnconfirmed() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let request: JSON = ["TopicArn": topic, "Protocol": "email", "Endpoint": "a@b.c"]
        #expect(try await world.run("Subscribe", request)["SubscriptionArn"] == "pending confirmation")
        #expect(try await world.run("Subscribe", request)["SubscriptionArn"] == "pending confirmation")
        let listed = try await world.run("ListSubscriptionsByTopic", ["TopicArn": topic])["Subscriptions"]?.arrayValue
        #expect(listed?.count == 1)
        #expect(listed?.first?["SubscriptionArn"] == "PendingConfirmation")
        try await world.run("Publish", ["TopicArn": topic, "Message": "nobody reads it"])
        let wrong = await world.failure("Subscribe", ["TopicArn": topic, "Protocol": "email", "Endpoint": "nobody"])
        #expect(wrong?.message == "Invalid parameter: Email address")
    }

    @Test func topicNamesFollowAWSRules() async throws {
        let world = try TopicWorld()
        #expect(await world.failure("CreateTopic", ["Name": "no spaces"])?.message == "Invalid parameter: Topic Name")
        let fifo = await world.failure("CreateTopic", ["Name": "news", "Attributes": ["FifoTopic": "true"]])
        #expect(fifo?.code == "InvalidParameter")
    }

    @Test func tagsAreKept() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        try await world.run(
            "TagResource", ["ResourceArn": topic, "Tags": [["Key": "a", "Value": "1"], ["Key": "b", "Value": "2"]]])
        try await world.run("UntagResource", ["ResourceArn": topic, "TagKeys": ["a"]])
        try world.restart()
        #expect(
            try await world.run("ListTagsForResource", ["ResourceArn": topic]) == [
                "Tags": [["Key": "b", "Value": "2"]]
            ])
    }
}
