import AWSWire
import JSONTree
import Testing

/// Which policies a topic takes.
@Suite struct TopicPolicyTests {
    private static func policy(_ statement: String) -> String {
        #"{"Version":"2012-10-17","Statement":[\#(statement)]}"#
    }

    private static let outOfScope = "Invalid parameter: Policy statement action out of service scope!"

    @Test(arguments: [
        (#"{"a":1}"#, "Invalid parameter: Policy Error: null"), ("no JSON", "Invalid parameter: Policy Error: null"),
        (
            policy(#"{"Effect":"Nope","Principal":"*","Action":"sns:Publish","Resource":"*"}"#),
            "Invalid parameter: Policy Error: null"
        ),
        (policy(#"{"Effect":"Allow","Action":"sns:Publish","Resource":"*"}"#), "Invalid parameter: Policy Error: null"),
        (policy(#"{"Effect":"Allow","Principal":"*","Action":"sns:*","Resource":"*"}"#), outOfScope),
        (policy(#"{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"*"}"#), outOfScope),
        (
            policy(#"{"Effect":"Allow","Principal":"*","Action":["sns:Publish","sns:ListTopics"],"Resource":"*"}"#),
            outOfScope
        ),
    ])
    func whatIsNoPolicyOfATopicIsRefusedAndChangesNothing(text: String, words: String) async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let before = try await world.run("GetTopicAttributes", ["TopicArn": topic])["Attributes"]
        let input: JSON = ["TopicArn": topic, "AttributeName": "Policy", "AttributeValue": .string(text)]
        let error = await world.failure("SetTopicAttributes", input)
        #expect(error?.code == "InvalidParameter")
        #expect(error?.message == words)
        #expect(try await world.run("GetTopicAttributes", ["TopicArn": topic])["Attributes"] == before)
        let creation: JSON = ["Name": "other", "Attributes": ["Policy": .string(text)]]
        let said = words.replacing("Invalid parameter: ", with: "Invalid parameter: Attributes Reason: ")
        #expect(await world.failure("CreateTopic", creation)?.message == said)
    }

    @Test func aPolicyOfATopicIsKeptAsItIs() async throws {
        let world = try TopicWorld()
        let topic = try await world.topic()
        let text = Self.policy(
            #"{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":["SNS:Publish","sns:receive"],"Resource":"*"}"#
        )
        try await world.run(
            "SetTopicAttributes", ["TopicArn": topic, "AttributeName": "Policy", "AttributeValue": .string(text)])
        let shown = try await world.run("GetTopicAttributes", ["TopicArn": topic])["Attributes"]?["Policy"]
        #expect(shown?.stringValue == text)
    }
}
