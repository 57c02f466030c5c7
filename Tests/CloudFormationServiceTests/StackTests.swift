import JSONTree
import Testing

/// What becomes of stacks of real queues and topics.
struct StackTests {
    private let world: StackWorld

    init() throws { world = try StackWorld() }

    /// Two queues, one the dead letters' of the other, and a policy.
    private static func template(delay: String = "1", deadName: String? = nil, policy: Bool = true) -> JSON {
        var dead: JSONObject = ["Type": "AWS::SQS::Queue"]
        if let deadName { dead["Properties"] = ["QueueName": .string(deadName)] }
        var resources: JSONObject = [
            "Dead": .object(dead),
            "Main": [
                "Type": "AWS::SQS::Queue",
                "Properties": [
                    "DelaySeconds": .string(delay),
                    "RedrivePolicy": [
                        "deadLetterTargetArn": ["Fn::GetAtt": ["Dead", "Arn"]], "maxReceiveCount": "3",
                    ],
                ],
            ],
        ]
        if policy {
            resources["Policy"] = [
                "Type": "AWS::SQS::QueuePolicy",
                "Properties": [
                    "Queues": [["Ref": "Main"]],
                    "PolicyDocument": [
                        "Statement": [["Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*"]]
                    ],
                ],
            ]
        }
        let tree: JSON = [
            "Resources": .object(resources),
            "Outputs": ["Url": ["Value": ["Ref": "Main"]], "Dead": ["Value": ["Fn::GetAtt": ["Dead", "QueueName"]]]],
        ]
        return .string(tree.text)
    }

    private func status(_ stack: JSON) -> String? { stack["StackStatus"]?.stringValue }

    private func create(_ body: JSON, _ more: JSONObject = [:]) async throws -> JSON {
        var input: JSONObject = ["StackName": "s", "TemplateBody": body]
        for (key, value) in more { input[key] = value }
        try await world.run("CreateStack", .object(input))
        return try await world.settled("s")
    }

    private func update(_ body: JSON) async throws -> JSON {
        try await world.run("UpdateStack", ["StackName": "s", "TemplateBody": body])
        return try await world.settled("s")
    }

    @Test func resourcesAreMadeAndRemoved() async throws {
        let made = try await create(Self.template())
        #expect(status(made) == "CREATE_COMPLETE")
        #expect(made["Outputs"]?.arrayValue?.count == 2)
        #expect(try await world.queues().count == 2)
        let url = made["Outputs"]?[0]?["OutputValue"] ?? ""
        let attributes = try await world.run(
            "GetQueueAttributes", of: "sqs", ["QueueUrl": url, "AttributeNames": ["All"]])["Attributes"]
        #expect(attributes?["DelaySeconds"] == "1")
        #expect(attributes?["Policy"]?.stringValue?.contains("sqs:*") == true)
        #expect(attributes?["RedrivePolicy"]?.stringValue?.contains("maxReceiveCount") == true)
        let id = made["StackId"] ?? ""
        try await world.run("DeleteStack", ["StackName": "s"])
        #expect(status(try await world.settled(id.stringValue ?? "")) == "DELETE_COMPLETE")
        #expect(try await world.queues() == [])
        #expect(await world.refusal("DescribeStacks", ["StackName": "s"]) == "Stack with id s does not exist")
    }

    @Test func aPropertyIsChangedInPlace() async throws {
        let before = try await create(Self.template())["Outputs"]
        let after = try await update(Self.template(delay: "2"))
        #expect(status(after) == "UPDATE_COMPLETE")
        #expect(after["Outputs"] == before)
        let url = after["Outputs"]?[0]?["OutputValue"] ?? ""
        let attributes = try await world.run(
            "GetQueueAttributes", of: "sqs", ["QueueUrl": url, "AttributeNames": ["DelaySeconds"]])
        #expect(attributes["Attributes"]?["DelaySeconds"] == "2")
    }

    @Test func aNewNameMakesANewResourceAndItsUsersFollow() async throws {
        _ = try await create(Self.template())
        let changes = try await world.run(
            "CreateChangeSet",
            ["StackName": "s", "ChangeSetName": "c", "TemplateBody": Self.template(deadName: "other")])
        let set = try await world.run("DescribeChangeSet", ["ChangeSetName": changes["Id"] ?? ""])
        let told = (set["Changes"]?.arrayValue ?? []).compactMap { $0["ResourceChange"] }
        #expect(told.map { $0["LogicalResourceId"]?.stringValue } == ["Dead", "Main"])
        #expect(told.map { $0["Replacement"]?.stringValue } == ["True", "False"])
        try await world.run("ExecuteChangeSet", ["ChangeSetName": changes["Id"] ?? ""])
        #expect(status(try await world.settled("s")) == "UPDATE_COMPLETE")
        let queues = try await world.queues()
        #expect(queues.count == 2 && queues.contains("other"))
    }

    @Test func whatIsDroppedGoes() async throws {
        _ = try await create(Self.template())
        let after = try await update(Self.template(policy: false))
        #expect(status(after) == "UPDATE_COMPLETE")
        #expect(try await world.resources("s").keys.sorted() == ["Dead", "Main"])
    }

    @Test func nothingToDoIsRefused() async throws {
        _ = try await create(Self.template())
        let again: JSON = ["StackName": "s", "TemplateBody": Self.template()]
        #expect(await world.refusal("UpdateStack", again) == "No updates are to be performed.")
        var set = again.objectValue ?? [:]
        set["ChangeSetName"] = "c"
        let id = try await world.run("CreateChangeSet", .object(set))["Id"] ?? ""
        let told = try await world.run("DescribeChangeSet", ["ChangeSetName": id])
        #expect(told["Status"] == "FAILED")
        #expect(
            told["StatusReason"]
                == "The submitted information didn't contain changes. Submit different information to create a change set."
        )
    }

    @Test func aCreationThatFailsIsTakenBack() async throws {
        let stack = try await create(Self.template(delay: "10000"))
        #expect(status(stack) == "ROLLBACK_COMPLETE")
        #expect(try await world.queues() == [])
        let events = try await world.run("DescribeStackEvents", ["StackName": "s"])["StackEvents"]?.arrayValue ?? []
        #expect(
            events.contains {
                $0["ResourceStatusReason"]
                    == "The following resource(s) failed to create: [Main]. Rollback requested by user."
            })
        let update: JSON = ["StackName": "s", "TemplateBody": Self.template()]
        let words = await world.refusal("UpdateStack", update)
        #expect(words?.contains("is in ROLLBACK_COMPLETE state and can not be updated.") == true)
    }

    @Test func whatFailsStaysIfThatIsWanted() async throws {
        let stack = try await create(Self.template(delay: "10000"), ["OnFailure": "DO_NOTHING"])
        #expect(status(stack) == "CREATE_FAILED")
        #expect(try await world.queues().count == 1)
        try await world.run("RollbackStack", ["StackName": "s"])
        #expect(status(try await world.settled("s")) == "ROLLBACK_COMPLETE")
        #expect(try await world.queues() == [])
    }

    @Test func anUpdateThatFailsIsTakenBack() async throws {
        let before = try await create(Self.template(delay: "1"))
        // The new queue for dead letters is there before the main one is refused.
        let after = try await update(Self.template(delay: "10000", deadName: "other", policy: false))
        #expect(status(after) == "UPDATE_ROLLBACK_COMPLETE")
        #expect(after["Outputs"] == before["Outputs"])
        #expect(try await world.queues().contains("other") == false)
        #expect(try await world.resources("s").keys.sorted() == ["Dead", "Main", "Policy"])
        let next = try await update(Self.template(delay: "3"))
        #expect(status(next) == "UPDATE_COMPLETE")
    }

    /// Tags of the stack reach what it is made of, leave it, and come back with an update that fails.
    @Test func tagsOfTheStackFollowIt() async throws {
        func update(_ action: String, _ tags: JSON, more: JSONObject = [:]) async throws {
            var resources: JSONObject = ["Q": ["Type": "AWS::SQS::Queue", "Properties": ["QueueName": "q"]]]
            for (name, value) in more { resources[name] = value }
            let tree: JSON = ["Resources": .object(resources)]
            try await world.run(action, ["StackName": "s", "TemplateBody": .string(tree.text), "Tags": tags])
        }
        func tags() async throws -> [String: String] {
            let all = try await world.run("ListQueueTags", of: "sqs", ["QueueUrl": "http://h/000000000000/q"])["Tags"]
            let own = (all?.objectValue ?? [:]).filter { !$0.key.hasPrefix("aws:") }
            return Dictionary(own.map { ($0.key, $0.value.stringValue ?? "") }, uniquingKeysWith: { $1 })
        }
        try await update("CreateStack", [["Key": "a", "Value": "1"], ["Key": "b", "Value": "1"]])
        _ = try await world.settled("s")
        #expect(try await tags() == ["a": "1", "b": "1"])
        try await update("UpdateStack", [["Key": "b", "Value": "2"]])
        #expect(try await world.settled("s")["StackStatus"] == "UPDATE_COMPLETE")
        #expect(try await tags() == ["b": "2"])
        let broken: JSON = ["Type": "AWS::SQS::Queue", "DependsOn": "Q", "Properties": ["DelaySeconds": 10_000]]
        try await update("UpdateStack", [["Key": "c", "Value": "3"]], more: ["Broken": broken])
        #expect(try await world.settled("s")["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE")
        #expect(try await tags() == ["b": "2"])
    }

    @Test func whatIsToStayStays() async throws {
        let tree: JSON = [
            "Resources": [
                "Q": ["Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain"], "R": ["Type": "AWS::SQS::Queue"],
            ]
        ]
        let id = try await create(.string(tree.text))["StackId"]?.stringValue ?? ""
        try await world.run("DeleteStack", ["StackName": "s"])
        #expect(status(try await world.settled(id)) == "DELETE_COMPLETE")
        #expect(try await world.queues().count == 1)
    }

    @Test func exportsAreSharedAndHeld() async throws {
        let source: JSON = [
            "Resources": ["Q": ["Type": "AWS::SQS::Queue"]],
            "Outputs": ["O": ["Value": ["Fn::GetAtt": ["Q", "Arn"]], "Export": ["Name": "shared"]]],
        ]
        let user: JSON = [
            "Resources": [
                "Q": [
                    "Type": "AWS::SQS::Queue",
                    "Properties": [
                        "RedrivePolicy": [
                            "deadLetterTargetArn": ["Fn::ImportValue": "shared"], "maxReceiveCount": 1,
                        ]
                    ],
                ]
            ]
        ]
        let early: JSON = ["StackName": "u", "TemplateBody": .string(user.text)]
        #expect(await world.refusal("CreateStack", early) == "No export named shared found.")
        _ = try await create(.string(source.text))
        try await world.run("CreateStack", early)
        #expect(status(try await world.settled("u")) == "CREATE_COMPLETE")
        #expect(try await world.run("ListImports", ["ExportName": "shared"])["Imports"] == ["u"])
        try await world.run("DeleteStack", ["StackName": "s"])
        let held = try await world.settled("s")
        #expect(status(held) == "CREATE_COMPLETE")
        #expect(
            held["StackStatusReason"] == "Delete canceled. Cannot delete export shared as it is in use by u.")
        let id = try await world.settled("u")["StackId"]?.stringValue ?? ""
        try await world.run("DeleteStack", ["StackName": "u"])
        #expect(status(try await world.settled(id)) == "DELETE_COMPLETE")
        try await world.run("DeleteStack", ["StackName": "s"])
        #expect(status(try await world.settled(held["StackId"]?.stringValue ?? "")) == "DELETE_COMPLETE")
    }

    @Test func anOutputOfWhatIsNotMadeIsRefusedAtOnce() async throws {
        let tree: JSON = [
            "Conditions": ["Never": ["Fn::Equals": ["a", "b"]]],
            "Resources": ["Q": ["Type": "AWS::SQS::Queue"], "R": ["Type": "AWS::SQS::Queue", "Condition": "Never"]],
            "Outputs": ["O": ["Value": ["Ref": "R"]]],
        ]
        let words = await world.refusal("CreateStack", ["StackName": "s", "TemplateBody": .string(tree.text)])
        #expect(
            words
                == "Template format error: Unresolved resource dependencies [R] in the Outputs block of the template")
    }

    @Test func secretsAreNotShown() async throws {
        let tree: JSON = [
            "Parameters": ["Name": ["Type": "String", "NoEcho": true]],
            "Resources": ["Q": ["Type": "AWS::SQS::Queue", "Properties": ["QueueName": ["Ref": "Name"]]]],
        ]
        let parameter: JSON = ["ParameterKey": "Name", "ParameterValue": "hush-hush"]
        let stack = try await create(.string(tree.text), ["Parameters": [parameter]])
        #expect(stack["Parameters"] == [["ParameterKey": "Name", "ParameterValue": "****"]])
        let events = try await world.run("DescribeStackEvents", ["StackName": "s"])["StackEvents"]?.arrayValue ?? []
        #expect(events.allSatisfy { $0["ResourceProperties"]?.stringValue?.contains("hush-hush") != true })
        #expect(try await world.queues() == ["hush-hush"])
    }
}
