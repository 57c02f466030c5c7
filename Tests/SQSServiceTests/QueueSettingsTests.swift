import AWSWire
import JSONTree
import Testing

/// Settings of queues that bind others or each other.
struct QueueSettingsTests {
    private func set(_ world: QueueWorld, _ queue: JSON, _ attributes: JSON) async -> String? {
        await world.failure("SetQueueAttributes", ["QueueUrl": queue, "Attributes": attributes])?.message
    }

    @Test func aQueueIsEncryptedInOneWay() async throws {
        let world = try QueueWorld()
        let words =
            "You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE."
        let both: JSON = ["KmsMasterKeyId": "alias/aws/sqs", "SqsManagedSseEnabled": "true"]
        #expect(await world.failure("CreateQueue", ["QueueName": "q", "Attributes": both])?.message == words)
        let queue = try await world.queue()
        #expect(await set(world, queue, both) == words)
        #expect(await set(world, queue, ["SqsManagedSseEnabled": "true"]) == nil)
        #expect(await set(world, queue, ["KmsMasterKeyId": "alias/aws/sqs"]) == nil)
        try world.restart()
        #expect(try await world.attribute(queue, "SqsManagedSseEnabled") == "false")
        #expect(try await world.attribute(queue, "KmsDataKeyReusePeriodSeconds") == "300")
        #expect(await set(world, queue, ["SqsManagedSseEnabled": "true"]) == nil)
        #expect(try await world.attribute(queue, "KmsMasterKeyId") == nil)
        #expect(try await world.attribute(queue, "SqsManagedSseEnabled") == "true")
    }

    @Test func manyMessagesAtOnceNeedGroupsOfTheirOwn() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue("q.fifo", ["FifoQueue": "true"])
        let words =
            "Invalid value for the parameter FifoThroughputLimit. Reason: To set FifoThroughputLimit to perMessageGroupId, the DeduplicationScope must be messageGroup."
        #expect(await set(world, queue, ["FifoThroughputLimit": "perMessageGroupId"]) == words)
        let fast: JSON = ["FifoThroughputLimit": "perMessageGroupId", "DeduplicationScope": "messageGroup"]
        #expect(await set(world, queue, fast) == nil)
        #expect(await set(world, queue, ["DeduplicationScope": "queue"]) == words)
        #expect(try await world.attribute(queue, "DeduplicationScope") == "messageGroup")
    }

    @Test func aQueueSaysWhoseDeadLettersItTakes() async throws {
        let world = try QueueWorld()
        let (dead, arn) = (try await world.queue("dead"), "arn:aws:sqs:us-east-1:000000000000:")
        let redrive = JSON.string("{\"deadLetterTargetArn\":\"\(arn)dead\",\"maxReceiveCount\":1}")
        let (own, other) = (try await world.queue("own"), try await world.queue("other"))
        let some = JSON.string("{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"\(arn)own\"]}")
        #expect(await set(world, dead, ["RedriveAllowPolicy": some]) == nil)
        try world.restart()
        #expect(await set(world, own, ["RedrivePolicy": redrive]) == nil)
        #expect(
            await set(world, other, ["RedrivePolicy": redrive])?.contains("does not let \(arn)other use it") == true)
        #expect(await set(world, dead, ["RedriveAllowPolicy": "{\"redrivePermission\":\"denyAll\"}"]) == nil)
        let input: JSON = ["QueueName": "new", "Attributes": ["RedrivePolicy": redrive]]
        #expect(await world.failure("CreateQueue", input)?.code == "InvalidParameterValue")
        #expect(await set(world, dead, ["RedriveAllowPolicy": ""]) == nil)
        #expect(await set(world, other, ["RedrivePolicy": redrive]) == nil)
    }

    @Test(arguments: [
        ("[]", "as it's in an unsupported format."),
        (#"{"redrivePermission":"some"}"#, "as it's in an unsupported format."),
        (
            #"{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:eu-west-1:000000000000:q"]}"#,
            "All source queue ARNs must be in the same region as the current SQS queue."
        ),
        (#"{"redrivePermission":"byQueue"}"#, "one or more sourceQueueArns values."),
        (#"{"redrivePermission":"byQueue","sourceQueueArns":[]}"#, "one or more sourceQueueArns values."),
        (#"{"redrivePermission":"denyAll","sourceQueueArns":["a"]}"#, "you must set redrivePermission to byQueue."),
        (
            #"{"redrivePermission":"byQueue","sourceQueueArns":["a","b","c","d","e","f","g","h","i","j","k"]}"#,
            "The maximum number of source queue ARNs you can specify is 10."
        ),
    ])
    func whatIsNoSuchPolicyIsRefused(policy: String, end: String) async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        #expect(await set(world, queue, ["RedriveAllowPolicy": .string(policy)])?.hasSuffix(end) == true)
    }

    @Test(arguments: [
        ("{}", "Redrive policy does not contain mandatory attribute: deadLetterTargetArn."),
        ("[]", "Redrive policy is not a valid JSON map."),
        (
            #"{"deadLetterTargetArn":"arn:aws:sns:us-east-1:000000000000:t","maxReceiveCount":1}"#,
            "Only SQS queues are valid resources for deadLetterTargetArn."
        ),
        (
            #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead","maxReceiveCount":1,"more":1}"#,
            "Only following attributes are supported: [deadLetterTargetArn, maxReceiveCount]."
        ),
        (
            #"{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:dead","maxReceiveCount":1}"#,
            "Dead-letter target must be in same region as the source."
        ),
        (
            #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111111111111:dead","maxReceiveCount":1}"#,
            "Dead-letter target owner should be same as the source."
        ),
        (
            #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead.fifo","maxReceiveCount":1}"#,
            "Dead-letter queue must be same type of queue as the source.."
        ),
        (
            #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:none","maxReceiveCount":1}"#,
            "Dead letter target does not exist."
        ),
    ])
    func whatIsNoRedrivePolicyIsRefused(policy: String, reason: String) async throws {
        let world = try QueueWorld()
        _ = try await world.queue("dead")
        let queue = try await world.queue()
        let error = await world.failure(
            "SetQueueAttributes", ["QueueUrl": queue, "Attributes": ["RedrivePolicy": .string(policy)]])
        #expect(error?.code == "InvalidParameterValue")
        #expect(error?.message == "Value \(policy) for parameter RedrivePolicy is invalid. Reason: \(reason)")
    }

    @Test func aDeadLetterQueueThatIsGoneKeepsNoOtherSettingFromBeingChanged() async throws {
        let world = try QueueWorld()
        let dead = try await world.queue("dead")
        let redrive = #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead","maxReceiveCount":1}"#
        let queue = try await world.queue("orders", ["RedrivePolicy": .string(redrive)])
        try await world.run("DeleteQueue", ["QueueUrl": dead])
        #expect(await set(world, queue, ["VisibilityTimeout": "7"]) == nil)
    }

    @Test(arguments: [
        ("DeduplicationScope", "queue", "You can specify the DeduplicationScope only when FifoQueue is set to true."),
        (
            "FifoThroughputLimit", "perQueue",
            "You can specify the FifoThroughputLimit only when FifoQueue is set to true."
        ),
        ("ContentBasedDeduplication", "true", "Unknown Attribute ContentBasedDeduplication."),
    ])
    func settingsOfFIFOQueuesAreRefusedElsewhere(name: String, value: String, words: String) async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        #expect(await set(world, queue, .object(JSONObject([(name, .string(value))]))) == words)
    }

    @Test(arguments: [
        ("aws:mine", "v", "Tag keys cannot start with the reserved prefix \"aws:\"."),
        ("AWS:mine", "v", "Tag keys cannot start with the reserved prefix \"aws:\"."),
        ("", "v", "Tag keys must be between 1 and 128 characters in length."),
        (String(repeating: "k", count: 129), "v", "Tag keys must be between 1 and 128 characters in length."),
        ("k", String(repeating: "v", count: 257), "Tag values must be between 0 and 256 characters in length."),
        ("k!", "v", "Tag keys may only contain"), ("k", "v*", "Tag values may only contain"),
    ])
    func tagsKeepTheRules(key: String, value: String, words: String) async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        let tags: JSON = .object(JSONObject([(key, .string(value))]))
        let errors = [
            await world.failure("TagQueue", ["QueueUrl": queue, "Tags": tags]),
            await world.failure("CreateQueue", ["QueueName": "other", "tags": tags]),
        ]
        for error in errors {
            #expect(error?.code == "InvalidParameterValue")
            #expect(error?.message.hasPrefix(words) == true)
        }
        world.context.maySetReservedTags = true
        #expect(
            await world.failure("TagQueue", ["QueueUrl": queue, "Tags": ["aws:cloudformation:stack-name": "s"]]) == nil)
    }
}
