import JSONTree
import Testing

/// What topics hear of stacks.
struct StackNoticeTests {
    private static let template = #"{"Resources":{"A":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":"a"}}}}"#

    /// Texts of a queue's messages until that is enough.
    private func told(
        _ world: StackWorld, _ queue: JSON, until isEnough: ([String]) -> Bool
    ) async throws -> [String] {
        var texts: [String] = []
        while !isEnough(texts) {
            let answer = try await world.run(
                "ReceiveMessage", of: "sqs", ["QueueUrl": queue, "MaxNumberOfMessages": 10, "WaitTimeSeconds": 0])
            for message in answer["Messages"]?.arrayValue ?? [] {
                texts.append(message["Body"]?.stringValue ?? "")
                try await world.run(
                    "DeleteMessage", of: "sqs",
                    ["QueueUrl": queue, "ReceiptHandle": message["ReceiptHandle"] ?? .null])
            }
            await Task.yield()
        }
        return texts
    }

    private func listener(_ world: StackWorld) async throws -> (topic: JSON, queue: JSON) {
        let topic = try await world.run("CreateTopic", of: "sns", ["Name": "news"])["TopicArn"] ?? .null
        let queue = try await world.run("CreateQueue", of: "sqs", ["QueueName": "heard"])["QueueUrl"] ?? .null
        try await world.run(
            "Subscribe", of: "sns",
            [
                "TopicArn": topic, "Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:000000000000:heard",
                "Attributes": ["RawMessageDelivery": "true"],
            ])
        return (topic, queue)
    }

    private func value(_ name: String, _ text: String) -> String? {
        text.split(separator: "\n").first { $0.hasPrefix("\(name)='") }.map {
            String($0.dropFirst(name.count + 2).dropLast())
        }
    }

    @Test(arguments: [false, true])
    func everyEventIsPublishedAfterARestartToo(restarts: Bool) async throws {
        let world = try StackWorld()
        let (topic, queue) = try await listener(world)
        try await world.run(
            "CreateStack",
            ["StackName": "s", "TemplateBody": .string(Self.template), "NotificationARNs": [topic]])
        if restarts { try await world.restart() }
        let stack = try await world.settled("s")
        let events = try await world.run("DescribeStackEvents", ["StackName": "s"])["StackEvents"]?.arrayValue ?? []
        #expect(events.count >= 4)
        let wanted = events.compactMap { $0["EventId"]?.stringValue }
        let texts = try await told(world, queue) { texts in
            Set(wanted).isSubset(of: texts.compactMap { value("EventId", $0) })
        }
        // A process that ends at the wrong moment may publish an event twice.
        #expect(restarts || texts.count == wanted.count)
        #expect(
            texts.allSatisfy {
                value("StackId", $0) == stack["StackId"]?.stringValue && value("Namespace", $0) == "000000000000"
            })
        let statuses = texts.compactMap { value("ResourceStatus", $0) }
        #expect(statuses.contains("CREATE_COMPLETE") && statuses.contains("CREATE_IN_PROGRESS"))
    }

    @Test func aStackThatNamesNoTopicTellsNobody() async throws {
        let world = try StackWorld()
        let (topic, queue) = try await listener(world)
        try await world.run("CreateStack", ["StackName": "quiet", "TemplateBody": .string(Self.template)])
        _ = try await world.settled("quiet")
        try await world.run(
            "CreateStack",
            [
                "StackName": "loud", "TemplateBody": .string(Self.template.replacing("\"a\"", with: "\"b\"")),
                "NotificationARNs": [topic],
            ])
        _ = try await world.settled("loud")
        let texts = try await told(world, queue) { $0.count >= 4 }
        #expect(texts.allSatisfy { value("StackName", $0) == "loud" })
    }
}
