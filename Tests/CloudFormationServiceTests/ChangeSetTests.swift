import JSONTree
import Testing

/// What change sets say would be done, and why.
struct ChangeSetTests {
    private let world: StackWorld

    init() throws { world = try StackWorld() }

    /// A queue whose delay is a parameter, a topic, a subscription that joins them, and a user who may use the queue.
    private static func template(
        queueName: String? = nil, label: String = "a", metadata: String? = nil, tag: String? = nil
    ) -> String {
        var queue: JSONObject = ["DelaySeconds": ["Ref": "Delay"]]
        queue["QueueName"] = queueName.map { .string($0) }
        queue["Tags"] = tag.map { [["Key": "t", "Value": .string($0)]] }
        var topic: JSONObject = ["Type": "AWS::SNS::Topic", "Properties": ["DisplayName": .string(label)]]
        topic["Metadata"] = metadata.map { ["note": .string($0)] }
        let tree: JSON = [
            "Parameters": ["Delay": ["Type": "Number", "Default": 1]],
            "Resources": [
                "Queue": ["Type": "AWS::SQS::Queue", "Properties": .object(queue)], "Topic": .object(topic),
                "Join": [
                    "Type": "AWS::SNS::Subscription",
                    "Properties": [
                        "TopicArn": ["Ref": "Topic"], "Protocol": "sqs", "Endpoint": ["Fn::GetAtt": ["Queue", "Arn"]],
                    ],
                ],
                "Reader": ["Type": "AWS::IAM::User"],
                "May": [
                    "Type": "AWS::IAM::UserPolicy",
                    "Properties": [
                        "UserName": ["Ref": "Reader"], "PolicyName": "read",
                        "PolicyDocument": [
                            "Version": "2012-10-17",
                            "Statement": [
                                "Effect": "Allow", "Action": "sqs:*", "Resource": ["Fn::GetAtt": ["Queue", "Arn"]],
                            ],
                        ],
                    ],
                ],
            ],
        ]
        return tree.text
    }

    private func create() async throws {
        let input: JSON = [
            "StackName": "s", "TemplateBody": .string(Self.template()), "Capabilities": ["CAPABILITY_IAM"],
        ]
        try await world.run("CreateStack", input)
        #expect(try await world.settled("s")["StackStatus"] == "CREATE_COMPLETE")
    }

    /// The changes a template would bring, by logical id.
    private func changes(_ template: String, _ more: JSONObject = [:], values: Bool = false) async throws -> [String:
        JSON]
    {
        var input: JSONObject = [
            "StackName": "s", "ChangeSetName": "c", "TemplateBody": .string(template),
            "Capabilities": ["CAPABILITY_IAM"],
        ]
        for (name, value) in more { input[name] = value }
        let id = try await world.run("CreateChangeSet", .object(input))["Id"] ?? ""
        let set = try await world.run(
            "DescribeChangeSet", ["ChangeSetName": id, "IncludePropertyValues": .bool(values)])
        let told = (set["Changes"]?.arrayValue ?? []).compactMap { $0["ResourceChange"] }
        return Dictionary(uniqueKeysWithValues: told.map { ($0["LogicalResourceId"]?.stringValue ?? "", $0) })
    }

    private func reasons(_ change: JSON?) -> [String] {
        (change?["Details"]?.arrayValue ?? []).map { detail in
            [
                detail["Target"]?["Attribute"], detail["Target"]?["Name"], detail["Target"]?["RequiresRecreation"],
                detail["Evaluation"], detail["ChangeSource"], detail["CausingEntity"],
            ].compactMap { $0?.stringValue }.joined(separator: " ")
        }
    }

    @Test func aParameterIsNamedAsTheReason() async throws {
        try await create()
        let parameter: JSON = ["ParameterKey": "Delay", "ParameterValue": "2"]
        let changes = try await changes(Self.template(), ["Parameters": [parameter]])
        #expect(
            reasons(changes["Queue"]) == [
                "Properties DelaySeconds Never Dynamic DirectModification",
                "Properties DelaySeconds Never Static ParameterReference Delay",
            ])
        // Its ARN may change with it, for all CloudFormation knows; what only names it stays as it is.
        #expect(reasons(changes["Join"]) == ["Properties Endpoint Always Dynamic ResourceAttribute Queue.Arn"])
        #expect(changes["Join"]?["Replacement"] == "Conditional")
        #expect(reasons(changes["May"]) == ["Properties PolicyDocument Never Dynamic ResourceAttribute Queue.Arn"])
        #expect(changes.keys.sorted() == ["Join", "May", "Queue"])
    }

    @Test func whatIsReplacedChangesItsUsersForCertain() async throws {
        try await create()
        let changes = try await changes(Self.template(queueName: "named"))
        #expect(changes["Queue"]?["Replacement"] == "True")
        #expect(changes["Queue"]?["PolicyAction"] == "ReplaceAndDelete")
        #expect(reasons(changes["Queue"]) == ["Properties QueueName Always Static DirectModification"])
        #expect(reasons(changes["Join"]) == ["Properties Endpoint Always Static ResourceAttribute Queue.Arn"])
    }

    @Test func tagsAndMetadataHaveScopesOfTheirOwn() async throws {
        try await create()
        let changes = try await changes(Self.template(metadata: "x", tag: "1"))
        #expect(reasons(changes["Queue"]) == ["Tags Never Static DirectModification"])
        #expect(changes["Queue"]?["Scope"] == ["Tags"])
        #expect(reasons(changes["Topic"]) == ["Metadata Never Static DirectModification"])
        #expect(changes["Topic"]?["Scope"] == ["Metadata"])
        #expect(changes.keys.sorted() == ["Queue", "Topic"])
    }

    @Test func tagsOfTheStackChangeWhatBearsTags() async throws {
        try await create()
        let changes = try await changes(Self.template(), ["Tags": [["Key": "a", "Value": "b"]]])
        #expect(changes.keys.sorted() == ["Queue", "Reader", "Topic"])
        #expect(reasons(changes["Reader"]) == ["Tags Never Static DirectModification"])
    }

    @Test func valuesAreShownToWhoAsksForThem() async throws {
        try await create()
        let changed = Self.template(queueName: "named", label: "b")
        let shown = try await changes(changed, values: true)
        let target = shown["Topic"]?["Details"]?[0]?["Target"]
        #expect(target?["Path"] == "/Properties/DisplayName" && target?["AttributeChangeType"] == "Modify")
        #expect(target?["BeforeValue"] == "a" && target?["AfterValue"] == "b")
        #expect(shown["Queue"]?["BeforeContext"] == #"{"Properties":{"DelaySeconds":"1"}}"#)
        #expect(shown["Queue"]?["AfterContext"] == #"{"Properties":{"DelaySeconds":"1","QueueName":"named"}}"#)
        let end = shown["Join"]?["Details"]?.arrayValue?.first { $0["Target"]?["Name"] == "Endpoint" }
        #expect(end?["Target"]?["AfterValue"] == "{{changeSet:KNOWN_AFTER_APPLY}}")
        try await world.run("DeleteChangeSet", ["StackName": "s", "ChangeSetName": "c"])
        let hidden = try await changes(changed)
        #expect(hidden["Queue"]?["BeforeContext"] == nil)
        #expect(hidden["Topic"]?["Details"]?[0]?["Target"]?["BeforeValue"] == nil)
    }

    @Test func aStackThatIsThereIsNotMadeAgain() async throws {
        try await create()
        let words = await world.refusal(
            "CreateChangeSet",
            [
                "StackName": "s", "ChangeSetName": "c", "ChangeSetType": "CREATE",
                "TemplateBody": .string(Self.template()),
            ])
        #expect(words == "Stack [s] already exists and cannot be created again with the changeSet [c].")
    }
}
