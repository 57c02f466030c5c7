import AWSWire
import JSONTree
import Testing

/// What topics, subscriptions and messages may be set to, and the words for what they may not.
@Suite struct TopicSettingsTests {
    @Test(arguments: [
        ("TracingConfig", "Foo", "Invalid tracing config value: Foo"),
        ("SignatureVersion", "3", "SignatureVersion: Invalid value. Must be 1 or 2."),
        ("DisplayName", String(repeating: "n", count: 101), "DisplayName"),
        (
            "HTTPSuccessFeedbackSampleRate", "101",
            "HTTPSuccessFeedbackSampleRate: Invalid value [101]. Must be an integer between 0 and 100."
        ),
        (
            "SQSFailureFeedbackRoleArn", "role",
            "SQSFailureFeedbackRoleArn: Invalid value [role]. Must be the ARN of a role."
        ),
    ])
    func aSettingHasOneOfItsValues(name: String, value: String, words: String) async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let change: JSON = ["TopicArn": topic, "AttributeName": .string(name), "AttributeValue": .string(value)]
        #expect(await world.failure("SetTopicAttributes", change)?.message == "Invalid parameter: \(words)")
        let creation: JSON = ["Name": "other", "Attributes": .object(JSONObject([(name, .string(value))]))]
        #expect(
            await world.failure("CreateTopic", creation)?.message == "Invalid parameter: Attributes Reason: \(words)")
    }

    @Test(arguments: ["ContentBasedDeduplication", "FifoThroughputScope", "ArchivePolicy", "FooFeedbackRoleArn", "Foo"])
    func aTopicHasNoSettingsOfAnotherKind(name: String) async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let change: JSON = ["TopicArn": topic, "AttributeName": .string(name), "AttributeValue": "true"]
        #expect(await world.failure("SetTopicAttributes", change)?.message == "Invalid parameter: AttributeName")
        let creation: JSON = ["Name": "other", "Attributes": .object(JSONObject([(name, "true")]))]
        #expect(
            await world.failure("CreateTopic", creation)?.message
                == "Invalid parameter: Attributes Reason: Unknown attribute \(name)")
    }

    @Test func whatATopicMayBeSetToIsKept() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic("t.fifo", ["FifoTopic": "true", "ContentBasedDeduplication": "true"])
        let settings = [
            ("TracingConfig", "Active"), ("SignatureVersion", "2"), ("LambdaSuccessFeedbackSampleRate", "100"),
            ("FirehoseSuccessFeedbackRoleArn", "arn:aws:iam::000000000000:role/r"), ("FifoThroughputScope", "Topic"),
        ]
        for (name, value) in settings {
            let change: JSON = ["TopicArn": topic, "AttributeName": .string(name), "AttributeValue": .string(value)]
            try await world.run("SetTopicAttributes", change)
        }
        let shown = try await world.run("GetTopicAttributes", ["TopicArn": topic])["Attributes"]
        for (name, value) in settings { #expect(shown?[name]?.stringValue == value) }
        try await world.run(
            "SetTopicAttributes", ["TopicArn": topic, "AttributeName": "TracingConfig", "AttributeValue": ""])
        #expect(
            try await world.run("GetTopicAttributes", ["TopicArn": topic])["Attributes"]?["TracingConfig"] == nil)
    }

    @Test(arguments: [
        ("{", "RedrivePolicy: failed to parse JSON."),
        ("{}", "RedrivePolicy: Missing deadLetterTargetArn attribute"),
        (#"{"deadLetterTargetArn":"q"}"#, "RedrivePolicy: deadLetterTargetArn is an invalid arn"),
        (
            #"{"deadLetterTargetArn":"arn:aws:sns:us-east-1:000000000000:t"}"#,
            "RedrivePolicy: deadLetterTargetArn must be a SQS queue"
        ),
        (
            #"{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:q.fifo"}"#,
            "RedrivePolicy: deadLetterTargetArn must be in the same region as the subscription"
        ),
        (
            #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:q","maxReceiveCount":5}"#,
            "RedrivePolicy: invalid JSON. Attribute maxReceiveCount is unknown."
        ),
        (
            #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:q"}"#,
            "RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic."
        ),
    ])
    func deadLettersOfASubscriptionGoToAQueueLikeIt(policy: String, words: String) async throws {
        let world = try TopicWorld()
        let topic = try await world.topic("t.fifo", ["FifoTopic": "true"])
        let (_, subscription) = try await world.subscribedQueue(topic, "in.fifo")
        let change: JSON = [
            "SubscriptionArn": subscription, "AttributeName": "RedrivePolicy", "AttributeValue": .string(policy),
        ]
        #expect(await world.failure("SetSubscriptionAttributes", change)?.message == "Invalid parameter: \(words)")
        let request: JSON = [
            "TopicArn": topic, "Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:000000000000:more.fifo",
            "Attributes": ["RedrivePolicy": .string(policy)],
        ]
        #expect(
            await world.failure("Subscribe", request)?.message == "Invalid parameter: Attributes Reason: \(words)")
    }

    @Test func aStandardQueueTakesTheDeadLettersOfAStandardQueueThatHearsAFIFOTopic() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic("t.fifo", ["FifoTopic": "true"])
        let dead = try await world.run("CreateQueue", of: "sqs", ["QueueName": "dead"])["QueueUrl"] ?? .null
        let (queue, _) = try await world.subscribedQueue(
            topic, "gone", ["RedrivePolicy": #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead"}"#])
        try await world.run("DeleteQueue", of: "sqs", ["QueueUrl": queue])
        try await world.run(
            "Publish", ["TopicArn": topic, "Message": "m", "MessageGroupId": "g", "MessageDeduplicationId": "d"])
        #expect(try await world.messages(dead).count == 1)
    }

    @Test(arguments: [
        ("RawMessageDelivery", "yes", "RawMessageDelivery: Invalid value [yes]. Must be true or false."),
        ("RawMessageDelivery", "true", "Delivery protocol [email] does not support raw message delivery."),
        (
            "FilterPolicyScope", "Body",
            "FilterPolicyScope: Invalid value [Body]. Please use either MessageBody or MessageAttributes"
        ),
        (
            "FilterPolicy", #"{"a":{"b":["c"]}}"#,
            "Filter policy scope MessageAttributes does not support nested filter policy"
        ),
        ("Foo", "x", "AttributeName"),
    ])
    func aSubscriptionIsSetAsItsProtocolAllows(name: String, value: String, words: String) async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let request: JSON = [
            "TopicArn": topic, "Protocol": "email", "Endpoint": "a@b.c",
            "Attributes": .object(JSONObject([(name, .string(value))])),
        ]
        #expect(
            await world.failure("Subscribe", request)?.message == "Invalid parameter: Attributes Reason: \(words)")
    }

    @Test(arguments: [
        (".a", "Invalid message attribute name starting with character '.' was found."),
        ("a.", "Invalid message attribute name ending with character '.' was found."),
        ("a..b", "Message attribute name can not have successive '.' character."),
        (
            "a b",
            "Invalid non-alphanumeric character '#x20' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots."
        ),
        (String(repeating: "a", count: 257), "Length of message attribute name must be less than 256 bytes."),
    ])
    func attributesOfAMessageHaveNames(name: String, words: String) async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let attribute: JSON = ["DataType": "String", "StringValue": "v"]
        let error = await world.failure(
            "Publish",
            ["TopicArn": topic, "Message": "m", "MessageAttributes": .object(JSONObject([(name, attribute)]))])
        #expect(error?.code == "ParameterValueInvalid")
        #expect(error?.message == words)
    }

    @Test func tagsOfAWSAreNotSetByOthers() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let tags: JSON = [["Key": "aws:mine", "Value": "v"]]
        let words = "Invalid parameter: aws: prefixed tag key names are not allowed for external use."
        #expect(await world.failure("TagResource", ["ResourceArn": topic, "Tags": tags])?.message == words)
        #expect(await world.failure("CreateTopic", ["Name": "other", "Tags": tags])?.message == words)
    }
}
