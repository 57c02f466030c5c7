import AWSWire
import AccessPolicies
import Digests
import JSONTree
import Testing

/// Who hears of objects that come and go.
@Suite struct NotificationTests {
    private static let queue = "arn:aws:sqs:us-east-1:000000000000:q"
    private static let function = "arn:aws:lambda:us-east-1:000000000000:function:f"
    private static let topic = "arn:aws:sns:us-east-1:000000000000:t"

    private static func rule(_ member: String, _ arn: String, _ events: [JSON], _ filter: JSONObject = [:]) -> JSON {
        let rules = filter.map { JSON.object(["Name": .string($0.key), "Value": $0.value]) }
        return [
            member: .string(arn), "Id": .string("\(arn)\(events.count)\(filter.count)"), "Events": .array(events),
            "Filter": ["Key": ["FilterRules": .array(rules)]],
        ]
    }

    private static func world(_ configuration: JSON) async throws -> ObjectWorld {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        try await world.run(
            "PutBucketNotificationConfiguration",
            ["Bucket": "box", "NotificationConfiguration": configuration, "SkipDestinationValidation": true])
        return world
    }

    private static func records(_ told: [ObjectWorld.Others.Told]) throws -> [JSON] {
        try told.compactMap { told in
            let text =
                told.input["MessageBody"]?.stringValue ?? told.input["Message"]?.stringValue
                ?? told.input["Payload"]?.stringValue.flatMap { Base64.decode($0) }.map {
                    String(decoding: $0, as: UTF8.self)
                }
            return try text.map { try JSON.parse($0) }?["Records"]?[0]
        }
    }

    @Test func everyKindOfTargetIsToldAsTheBucketInAWSForm() async throws {
        let world = try await Self.world([
            "LambdaFunctionConfigurations": [Self.rule("LambdaFunctionArn", Self.function, ["s3:ObjectCreated:Put"])],
            "QueueConfigurations": [Self.rule("QueueArn", Self.queue, ["s3:ObjectRemoved:*"])],
            "TopicConfigurations": [Self.rule("TopicArn", Self.topic, ["s3:ObjectCreated:Copy"])],
        ])
        try await world.run("PutObject", ["Bucket": "box", "Key": "a b/ü+.txt"], body: Array("hello".utf8))
        try await world.run("CopyObject", ["Bucket": "box", "Key": "copy", "CopySource": "box/a%20b/%C3%BC%2B.txt"])
        try await world.run("DeleteObject", ["Bucket": "box", "Key": "copy"])
        await world.deliver { $0.told.count == 3 }
        let told = world.told
        #expect(Set(told.map(\.action)) == ["Invoke", "Publish", "SendMessage"])
        for one in told {
            #expect(one.context.sender?.sourceARN == "arn:aws:s3:::box")
            #expect(one.context.sender?.sourceAccount == "000000000000")
            #expect(one.context.sender?.caller == .service("s3.amazonaws.com"))
        }
        let byName = Dictionary(
            try Self.records(told).map { ($0["eventName"]?.stringValue ?? "", $0) }, uniquingKeysWith: { one, _ in one }
        )
        #expect(Set(byName.keys) == ["ObjectCreated:Put", "ObjectCreated:Copy", "ObjectRemoved:Delete"])
        let put = try #require(byName["ObjectCreated:Put"])
        #expect(put["s3"]?["object"]?["key"] == "a+b/%C3%BC%2B.txt")
        #expect(put["s3"]?["object"]?["size"] == 5)
        #expect(put["s3"]?["object"]?["eTag"] == "5d41402abc4b2a76b9719d911017c592")
        #expect(put["s3"]?["bucket"]?["arn"] == "arn:aws:s3:::box")
        #expect(put["eventSource"] == "aws:s3" && put["eventVersion"] == "2.1")
        let gone = byName["ObjectRemoved:Delete"]?["s3"]?["object"]
        #expect(gone?["key"] == "copy" && gone?["size"] == nil)
        let copied = byName["ObjectCreated:Copy"]?["s3"]?["object"]?["sequencer"]?.stringValue
        #expect(try #require(copied) < #require(gone?["sequencer"]?.stringValue))
    }

    @Test(arguments: [
        ("in/a.jpg", true), ("in/a.png", false), ("a.jpg", false), ("in/.jpg", true),
    ])
    func prefixAndSuffixChoose(key: String, isTold: Bool) async throws {
        let filter: JSONObject = ["Prefix": "in/", "suffix": ".jpg"]
        let world = try await Self.world([
            "QueueConfigurations": [
                Self.rule("QueueArn", Self.queue, ["s3:ObjectCreated:*"], filter),
                Self.rule("QueueArn", Self.queue, ["s3:ObjectRemoved:*"]),
            ]
        ])
        try await world.run("PutObject", ["Bucket": "box", "Key": .string(key)])
        try await world.run("DeleteObject", ["Bucket": "box", "Key": .string(key)])
        await world.deliver { told in told.told.contains { $0.input.text.contains("ObjectRemoved") } }
        #expect(world.told.count == (isTold ? 2 : 1))
    }

    @Test func whatWasNotToldIsToldAfterACrashAndNotTwice() async throws {
        let world = try await Self.world([
            "QueueConfigurations": [Self.rule("QueueArn", Self.queue, ["s3:ObjectCreated:*"])]
        ])
        try await world.run("PutObject", ["Bucket": "box", "Key": "first"])
        #expect(world.told.isEmpty)
        try world.restart()
        await world.deliver { $0.told.count == 1 }
        try world.restart()
        try await world.run("PutObject", ["Bucket": "box", "Key": "second"])
        await world.deliver { $0.told.count == 2 }
        let keys = try Self.records(world.told).map { $0["s3"]?["object"]?["key"]?.stringValue }
        #expect(keys == ["first", "second"])
    }

    @Test func passingFailuresAreTriedAgainWithLongerPausesAndOthersGivenUp() async throws {
        let world = try await Self.world([
            "QueueConfigurations": [Self.rule("QueueArn", Self.queue, ["s3:ObjectCreated:*"])]
        ])
        world.refuse(ServiceError("ServiceUnavailable", "not now", status: 503))
        try await world.run("PutObject", ["Bucket": "box", "Key": "k"])
        await world.deliver { $0.told.count >= 4 }
        #expect(world.pauses.prefix(3) == [.seconds(2), .seconds(4), .seconds(8)])
        world.refuse(ServiceError("AccessDenied", "no", status: 403))
        let before = world.told.count
        try world.restart()
        await world.deliver { $0.told.count > before }
        world.refuse(nil)
        try world.restart()
        try await world.run("PutObject", ["Bucket": "box", "Key": "next"])
        await world.deliver { told in told.told.contains { $0.input.text.contains("next") } }
        #expect(world.told.count == before + 2)
    }

    @Test func theEventBusHearsOfEverything() async throws {
        let world = try await Self.world(["EventBridgeConfiguration": [:]])
        try await world.run("PutObject", ["Bucket": "box", "Key": "a b"], body: [1, 2])
        try await world.run(
            "DeleteObjects", ["Bucket": "box", "Delete": ["Objects": [["Key": "a b"], ["Key": "none"]]]])
        #expect(world.told.map(\.action) == ["Object Created", "Object Deleted"])
        #expect(world.told.first?.input["object"]?["key"] == "a b")
        #expect(world.told.first?.input["object"]?["size"] == 2)
        #expect(world.told.last?.input["deletion-type"] == "Permanently Deleted")
    }

    @Test func targetsAreTriedAndThoseThatRefuseAreNotTaken() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let configuration: JSON = [
            "LambdaFunctionConfigurations": [Self.rule("LambdaFunctionArn", Self.function, ["s3:ObjectCreated:*"])],
            "QueueConfigurations": [Self.rule("QueueArn", Self.queue, ["s3:ObjectRemoved:*"])],
        ]
        let input: JSON = ["Bucket": "box", "NotificationConfiguration": configuration]
        world.refuse(ServiceError("AccessDenied", "no", status: 403))
        #expect(await world.failure("PutBucketNotificationConfiguration", input) == "InvalidArgument")
        #expect(try await world.run("GetBucketNotificationConfiguration", ["Bucket": "box"]).body == .emptyObject)
        world.refuse(nil)
        try await world.run("PutBucketNotificationConfiguration", input)
        #expect(try await world.run("GetBucketNotificationConfiguration", ["Bucket": "box"]).body == configuration)
        let last = world.told.suffix(2)
        #expect(last.first?.input["InvocationType"] == "DryRun")
        #expect(last.last?.input["MessageBody"]?.stringValue?.contains("s3:TestEvent") == true)
    }

    @Test(arguments: [
        rule("QueueArn", "nothing", ["s3:ObjectCreated:*"]), rule("QueueArn", topic, ["s3:ObjectCreated:*"]),
        rule("QueueArn", queue, ["s3:Nothing"]), rule("QueueArn", queue, ["s3:ObjectTagging:Put"]),
        rule("QueueArn", queue, ["s3:ObjectCreated:*"], ["infix": "a"]),
        rule("QueueArn", queue, ["s3:ObjectCreated:*"], ["prefix": "a", "Prefix": "b"]),
    ])
    func configurationsThatMakeNoSenseAreRefused(rule: JSON) async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let input: JSON = ["Bucket": "box", "NotificationConfiguration": ["QueueConfigurations": [rule]]]
        #expect(await world.failure("PutBucketNotificationConfiguration", input) == "InvalidArgument")
    }

    @Test(
        arguments: [
            (["prefix": "in/"], ["prefix": "in/a"], "s3:ObjectCreated:Put", true),
            (["prefix": "in/"], ["prefix": "out/"], "s3:ObjectCreated:Put", false),
            (["prefix": "in/", "suffix": ".jpg"], ["prefix": "in/", "suffix": ".png"], "s3:ObjectCreated:Put", false),
            (["prefix": "in/"], ["suffix": ".png"], "s3:ObjectCreated:Put", true),
            (["prefix": "in/"], ["prefix": "in/"], "s3:ObjectRemoved:Delete", false),
        ] as [(JSONObject, JSONObject, JSON, Bool)])
    func rulesMayNotOverlap(one: JSONObject, other: JSONObject, event: JSON, overlaps: Bool) async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let configuration: JSON = [
            "QueueConfigurations": [Self.rule("QueueArn", Self.queue, ["s3:ObjectCreated:*"], one)],
            "TopicConfigurations": [Self.rule("TopicArn", Self.topic, [event], other)],
        ]
        let failure = await world.failure(
            "PutBucketNotificationConfiguration", ["Bucket": "box", "NotificationConfiguration": configuration])
        #expect(failure == (overlaps ? "InvalidArgument" : nil))
    }
}
