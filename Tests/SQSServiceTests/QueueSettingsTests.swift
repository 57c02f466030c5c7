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
        let words = "The perMessageGroupId value is allowed only when the value for DeduplicationScope is messageGroup."
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
        #expect(await world.failure("CreateQueue", input)?.code == "InvalidAttributeValue")
        #expect(await set(world, dead, ["RedriveAllowPolicy": ""]) == nil)
        #expect(await set(world, other, ["RedrivePolicy": redrive]) == nil)
    }

    @Test(arguments: [
        ("[]", "Invalid value for the parameter RedriveAllowPolicy."),
        (#"{"redrivePermission":"some"}"#, "Invalid value for the parameter RedriveAllowPolicy."),
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
}
