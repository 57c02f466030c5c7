import AWSWire
import Digests
import JSONTree
import OutboundHTTP
import ResourceNames
import StorageContract
import Synchronization
import Testing

/// HTTP endpoints are asked before they get anything, are tried again as their policy says, and may leave.
struct EndpointTests {
    private func subscribe(
        _ world: TopicWorld, _ topic: JSON, _ attributes: JSON = [:]
    ) async throws(ServiceError) -> JSON {
        try await world.run(
            "Subscribe",
            [
                "TopicArn": topic, "Protocol": "http", "Endpoint": "http://here/hook", "Attributes": attributes,
                "ReturnSubscriptionArn": true,
            ])["SubscriptionArn"] ?? .null
    }

    /// Subscribes and confirms.
    private func subscribed(
        _ world: TopicWorld, _ topic: JSON, _ attributes: JSON = [:]
    ) async throws -> JSON {
        let arn = try await subscribe(world, topic, attributes)
        let token = await world.endpoint.request(1).body["Token"] ?? .null
        let confirmed = try await world.run("ConfirmSubscription", ["TopicArn": topic, "Token": token])
        #expect(confirmed["SubscriptionArn"] == arn)
        return arn
    }

    @Test func anEndpointIsAskedAndGetsNothingBeforeItSaysYes() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let answer = try await world.run(
            "Subscribe", ["TopicArn": topic, "Protocol": "http", "Endpoint": "http://here/hook"])
        #expect(answer["SubscriptionArn"] == "pending confirmation")
        try await world.run("Publish", ["TopicArn": topic, "Message": "too early"])
        let listed = try await world.run("ListSubscriptionsByTopic", ["TopicArn": topic])["Subscriptions"]?[0]
        #expect(listed?["SubscriptionArn"] == "PendingConfirmation")
        let counts = try await world.run("GetTopicAttributes", ["TopicArn": topic])["Attributes"]
        #expect(counts?["SubscriptionsPending"] == "1" && counts?["SubscriptionsConfirmed"] == "0")
        try await world.running {
            let asked = await world.endpoint.request(1)
            #expect(asked.headers.first { $0.isNamed("x-amz-sns-message-type") }?.value == "SubscriptionConfirmation")
            #expect(asked.body["Type"] == "SubscriptionConfirmation" && asked.url == "http://here/hook")
            #expect(
                await world.failure("ConfirmSubscription", ["TopicArn": topic, "Token": "x"])?.code
                    == "InvalidParameter")
            for _ in 1...2 {
                try await world.run(
                    "ConfirmSubscription", ["TopicArn": topic, "Token": asked.body["Token"] ?? .null])
            }
            try await world.run("Publish", ["TopicArn": topic, "Message": "m", "Subject": "s"])
            let got = await world.endpoint.request(2)
            #expect(got.body["Message"] == "m" && got.body["Subject"] == "s")
            #expect(got.headers.first { $0.isNamed("Content-Type") }?.value == "text/plain; charset=UTF-8")
        }
        #expect(world.endpoint.state.withLock { $0.requests.count } == 2)
    }

    @Test func aYesComesTooLateAfterTwoDays() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        var token = JSON.null
        _ = try await subscribe(world, topic)
        try await world.running { token = await world.endpoint.request(1).body["Token"] ?? .null }
        try world.restart(after: .seconds(2 * 86_400 + 1))
        #expect(
            await world.failure("ConfirmSubscription", ["TopicArn": topic, "Token": token])?.code == "InvalidParameter")
        #expect(try await world.run("ListSubscriptions", [:])["Subscriptions"] == [])
    }

    @Test func whatTheEndpointDoesNotTakeIsTriedAgainThenKeptAsADeadLetter() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let dead = try await world.run("CreateQueue", of: "sqs", ["QueueName": "dead"])["QueueUrl"] ?? .null
        let policy =
            #"{"healthyRetryPolicy":{"minDelayTarget":2,"maxDelayTarget":10,"numRetries":5,"numNoDelayRetries":1,"numMinDelayRetries":1,"numMaxDelayRetries":1,"backoffFunction":"linear"}}"#
        try await world.running {
            _ = try await subscribed(
                world, topic,
                [
                    "DeliveryPolicy": .string(policy),
                    "RedrivePolicy": #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead"}"#,
                ])
            world.endpoint.state.withLock { $0.answers = [500, 0, 503, 429, 500, 502] }
            try await world.run("Publish", ["TopicArn": topic, "Message": "lost"])
            _ = await world.endpoint.request(7)
            var kept: [JSON] = []
            while kept.isEmpty { kept = try await world.messages(dead) }
            #expect(kept[0]["Body"]?.stringValue?.contains("\"Message\" : \"lost\"") == true)
            #expect(
                world.endpoint.state.withLock { $0.pauses } == [.seconds(2), .seconds(2), .seconds(10), .seconds(10)])
            // What the endpoint refuses is not tried again.
            world.endpoint.state.withLock { $0.answers = [404] }
            try await world.run("Publish", ["TopicArn": topic, "Message": "unwanted"])
            kept = []
            while kept.isEmpty { kept = try await world.messages(dead) }
            #expect(world.endpoint.state.withLock { $0.requests.count } == 8)
        }
    }

    @Test func aLetterOutlivesTheProcess() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        try await world.running { _ = try await subscribed(world, topic, ["RawMessageDelivery": "true"]) }
        try await world.run("Publish", ["TopicArn": topic, "Message": "kept"])
        try world.restart()
        try await world.running {
            let got = await world.endpoint.request(2)
            #expect(got.text == "kept")
            #expect(got.headers.first { $0.isNamed("x-amz-sns-rawdelivery") }?.value == "true")
        }
    }

    @Test func whoLeavesByTheLinkIsToldAndMayComeBack() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        try await world.running {
            let arn = try await subscribed(world, topic)
            try await world.run("Unsubscribe", ["SubscriptionArn": arn])
            let told = await world.endpoint.request(2).body
            #expect(told["Type"] == "UnsubscribeConfirmation")
            #expect(try await world.run("ListSubscriptions", [:])["Subscriptions"] == [])
            try await world.run("Publish", ["TopicArn": topic, "Message": "unheard"])
            try await world.run("ConfirmSubscription", ["TopicArn": topic, "Token": told["Token"] ?? .null])
            try await world.run("Publish", ["TopicArn": topic, "Message": "heard"])
            #expect(await world.endpoint.request(3).body["Message"] == "heard")
        }
    }

    @Test func aMessageToAQueueThatIsGoneIsADeadLetter() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let dead = try await world.run("CreateQueue", of: "sqs", ["QueueName": "dead"])["QueueUrl"] ?? .null
        let (queue, _) = try await world.subscribedQueue(
            topic, "gone",
            ["RedrivePolicy": #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead"}"#])
        try await world.run("DeleteQueue", of: "sqs", ["QueueUrl": queue])
        try await world.run("Publish", ["TopicArn": topic, "Message": "m"])
        #expect(try await world.messages(dead)[0]["Body"]?.stringValue?.contains("\"Message\" : \"m\"") == true)
    }

    @Test(
        arguments: [
            ("RedrivePolicy", "{}"),
            ("RedrivePolicy", #"{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:q"}"#),
            ("RedrivePolicy", #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:q.fifo"}"#),
            ("DeliveryPolicy", #"{"healthyRetryPolicy":{"numRetries":101}}"#),
            ("DeliveryPolicy", #"{"healthyRetryPolicy":{"minDelayTarget":9,"maxDelayTarget":8}}"#),
            ("DeliveryPolicy", #"{"healthyRetryPolicy":{"backoffFunction":"random"}}"#),
            ("DeliveryPolicy", #"{"throttlePolicy":{"maxReceivesPerSecond":0}}"#),
            ("FilterPolicy", #"{"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}"#),
            ("FilterPolicy", "{\"a\":[1,2,3,4,5,6],\"b\":[1,2,3,4,5,6],\"c\":[1,2,3,4,5]}"),
        ])
    func whatNoSubscriptionCanHaveIsRefused(name: String, value: String) async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let input: JSON = [
            "TopicArn": topic, "Protocol": "http", "Endpoint": "http://h/",
            "Attributes": .object(JSONObject([(name, .string(value))])),
        ]
        #expect(await world.failure("Subscribe", input)?.code == "InvalidParameter")
    }

    @Test func permissionsAreAddedAndRemovedByLabel() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let input: JSON = [
            "TopicArn": topic, "Label": "other", "AWSAccountId": ["111111111111"], "ActionName": ["Publish"],
        ]
        try await world.run("AddPermission", input)
        #expect(await world.failure("AddPermission", input)?.code == "InvalidParameter")
        func policy() async throws -> [String?] {
            let attributes = try await world.run("GetTopicAttributes", ["TopicArn": topic])["Attributes"]
            let text = try #require(attributes?["Policy"]?.stringValue)
            return try JSON.parse(text)["Statement"]?.arrayValue?.map { $0["Sid"]?.stringValue } ?? []
        }
        #expect(try await policy() == ["__default_statement_ID", "other"])
        try await world.run("RemovePermission", ["TopicArn": topic, "Label": "other"])
        #expect(try await policy() == ["__default_statement_ID"])
        #expect(
            await world.failure(
                "AddPermission",
                ["TopicArn": topic, "Label": "x", "AWSAccountId": ["111111111111"], "ActionName": ["Nothing"]])?.code
                == "InvalidParameter")
    }

    @Test(arguments: [
        ("CreatePlatformApplication", "InvalidParameter"), ("GetEndpointAttributes", "NotFound"),
        ("SetSMSAttributes", "InvalidParameter"), ("PutDataProtectionPolicy", "InvalidParameter"),
    ])
    func whatIsAboutTelephonesSaysSo(action: String, code: String) async throws {
        let world = try TopicWorld()
        #expect(await world.failure(action, [:])?.code == code)
    }
}
