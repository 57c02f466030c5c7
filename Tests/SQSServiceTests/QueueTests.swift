import AWSWire
import JSONTree
import ResourceNames
import Testing

@Suite struct QueueTests {
    @Test func namesOfEightyCharactersAreTheLongest() async throws {
        let world = try QueueWorld()
        _ = try await world.queue(String(repeating: "q", count: 80))
        let failure = await world.failure("CreateQueue", ["QueueName": .string(String(repeating: "q", count: 81))])
        #expect(failure?.code == "InvalidParameterValue")
        #expect(
            failure?.message == "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length")
    }

    @Test(arguments: [
        "http://127.0.0.1:4566/000000000000/orders", "https://sqs.us-east-1.amazonaws.com/000000000000/orders",
        "http://localhost:1/queue/000000000000/orders",
    ])
    func anyURLThatEndsInAccountAndNameIsUnderstood(url: String) async throws {
        let world = try QueueWorld()
        _ = try await world.queue()
        #expect(try await world.attribute(.string(url), "QueueArn") == "arn:aws:sqs:us-east-1:000000000000:orders")
    }

    @Test func theHostOfAURLNamesTheRegion() async throws {
        let world = try QueueWorld()
        _ = try await world.queue()
        let url = "https://sqs.us-west-1.amazonaws.com/000000000000/orders"
        let failure = await world.failure("SendMessage", ["QueueUrl": .string(url), "MessageBody": "x"])
        #expect(failure?.code == "QueueDoesNotExist")
        #expect(failure?.queryCode == "AWS.SimpleQueueService.NonExistentQueue")
        world.context.territory = Territory(account: "000000000000", region: "us-west-1")
        _ = try await world.queue()
        world.context.territory = Territory(account: "000000000000", region: "us-east-1")
        try await world.send(.string(url), "x")
    }

    @Test func creatingAQueueAgainAnswersWithItUnlessItDiffers() async throws {
        let world = try QueueWorld()
        let first = try await world.queue("orders", ["VisibilityTimeout": "10"])
        #expect(try await world.queue("orders", ["VisibilityTimeout": "10"]) == first)
        #expect(try await world.queue("orders") == first)
        let failure = await world.failure(
            "CreateQueue", ["QueueName": "orders", "Attributes": ["VisibilityTimeout": "11"]])
        #expect(failure?.code == "QueueNameExists")
        #expect(failure?.queryCode == "QueueAlreadyExists")
    }

    @Test func queuesAreListedByPrefixPageByPage() async throws {
        let world = try QueueWorld()
        for name in ["a1", "a2", "a3", "b1"] { _ = try await world.queue(name) }
        let first = try await world.run("ListQueues", ["QueueNamePrefix": "a", "MaxResults": 2])
        #expect(first["QueueUrls"]?.arrayValue?.count == 2)
        let second = try await world.run(
            "ListQueues", ["QueueNamePrefix": "a", "MaxResults": 2, "NextToken": first["NextToken"] ?? .null])
        #expect(second == ["QueueUrls": ["http://127.0.0.1:4566/000000000000/a3"]])
        #expect(try await world.run("ListQueues", ["QueueNamePrefix": "z"]) == .emptyObject)
    }

    @Test func attributesAreCheckedAndKept() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.run("SetQueueAttributes", ["QueueUrl": queue, "Attributes": ["VisibilityTimeout": "180"]])
        try world.restart()
        #expect(try await world.attribute(queue, "VisibilityTimeout") == "180")
        let unknown = await world.failure("SetQueueAttributes", ["QueueUrl": queue, "Attributes": ["Nonsense": "1"]])
        #expect(unknown?.code == "InvalidAttributeName")
        let wrong = await world.failure(
            "SetQueueAttributes", ["QueueUrl": queue, "Attributes": ["VisibilityTimeout": "43201"]])
        #expect(wrong?.code == "InvalidAttributeValue")
        #expect(wrong?.message == "Invalid value for the parameter VisibilityTimeout.")
    }

    @Test func aPurgeEmptiesAQueueOnceAMinute() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        for number in 0..<5 { try await world.send(queue, "\(number)") }
        try await world.run("PurgeQueue", ["QueueUrl": queue])
        #expect(try await world.receive(queue).isEmpty)
        #expect(await world.failure("PurgeQueue", ["QueueUrl": queue])?.code == "PurgeQueueInProgress")
        world.clock.advance(by: .seconds(60))
        #expect(await world.failure("PurgeQueue", ["QueueUrl": queue]) == nil)
    }

    @Test func tagsAreKept() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue()
        try await world.run("TagQueue", ["QueueUrl": queue, "Tags": ["a": "1", "b": "2"]])
        try await world.run("UntagQueue", ["QueueUrl": queue, "TagKeys": ["a"]])
        try world.restart()
        #expect(try await world.run("ListQueueTags", ["QueueUrl": queue]) == ["Tags": ["b": "2"]])
    }

    @Test func aMessageMustHaveABodyOfAllowedCharactersAndLength() async throws {
        let world = try QueueWorld()
        let queue = try await world.queue("orders", ["MaximumMessageSize": "1024"])
        let missing = await world.failure("SendMessage", ["QueueUrl": queue, "MessageBody": nil])
        #expect(missing?.code == "MissingParameter")
        #expect(missing?.message == "The request must contain the parameter MessageBody.")
        #expect(
            await world.failure("SendMessage", ["QueueUrl": queue, "MessageBody": "\u{1}"])?.code
                == "InvalidMessageContents")
        let long = await world.failure(
            "SendMessage", ["QueueUrl": queue, "MessageBody": .string(String(repeating: "x", count: 1_025))])
        #expect(long?.message == "One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.")
    }
}
