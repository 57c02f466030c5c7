import JSONTree
import Testing

/// The process ends after each single commit in turn; the next one brings the operation to the same end.
struct CrashTests {
    private static let tree: JSON = [
        "Resources": [
            "Topic": ["Type": "AWS::SNS::Topic"], "Queue": ["Type": "AWS::SQS::Queue"],
            "Subscription": [
                "Type": "AWS::SNS::Subscription",
                "Properties": [
                    "TopicArn": ["Ref": "Topic"], "Protocol": "sqs", "Endpoint": ["Fn::GetAtt": ["Queue", "Arn"]],
                ],
            ],
        ]
    ]

    /// Another name for the queue, so that it is replaced; and no topic any more.
    private static let changed: JSON = [
        "Resources": ["Queue": ["Type": "AWS::SQS::Queue", "Properties": ["QueueName": "second"]]]
    ]

    private func crashed(
        _ commits: Int, _ work: @escaping @Sendable (StackWorld) async throws -> Void
    ) async throws -> (world: StackWorld, wasEnded: Bool) {
        let world = try StackWorld(commits: commits)
        // Whoever asked for something when the power went never hears of it.
        let asking = Task {
            do { try await work(world) } catch  where !world.isPowerGone {
                Issue.record("refused before the power went: \(error)")
                throw error
            }
        }
        while !world.isPowerGone, !asking.isCancelled {
            if try await isOver(asking, world) { break }
            await Task.yield()
        }
        let wasEnded = world.isPowerGone
        asking.cancel()
        if wasEnded { try await world.restart() }
        return (world, wasEnded)
    }

    private func isOver(_ asking: Task<Void, any Error>, _ world: StackWorld) async throws -> Bool {
        guard let stack = try? await world.run("DescribeStacks", ["StackName": "s"])["Stacks"]?[0] else { return false }
        return stack["Tags"]?[0]?["Value"] == "last" && stack["StackStatus"]?.stringValue?.hasSuffix("COMPLETE") == true
    }

    private static func input(_ tree: JSON, tag: JSON) -> JSON {
        [
            "StackName": "s", "TemplateBody": .string(tree.text), "Tags": [["Key": "k", "Value": tag]],
            "Capabilities": ["CAPABILITY_NAMED_IAM"],
        ]
    }

    @Test func aStackIsMadeWhateverCommitIsTheLast() async throws {
        for commits in 1... {
            let (world, wasEnded) = try await crashed(commits) { world in
                try await world.run("CreateStack", Self.input(Self.tree, tag: "last"))
            }
            guard wasEnded else {
                #expect(commits > 10)
                return
            }
            let stack = try await world.settled("s")
            let reasons = try await world.reasons("s")
            #expect(stack["StackStatus"] == "CREATE_COMPLETE", "after \(commits) commits: \(reasons)")
            #expect(try await world.queues().count == 1, "after \(commits) commits")
            let topics = try await world.run("ListTopics", of: "sns", [:])["Topics"]?.arrayValue
            #expect(topics?.count == 1, "after \(commits) commits")
        }
    }

    @Test func aStackIsUpdatedWhateverCommitIsTheLast() async throws {
        for commits in 16... {
            let (world, wasEnded) = try await crashed(commits) { world in
                try await world.run("CreateStack", Self.input(Self.tree, tag: "first"))
                _ = try await world.settled("s")
                try await world.run("UpdateStack", Self.input(Self.changed, tag: "last"))
            }
            guard wasEnded else {
                #expect(commits > 20)
                return
            }
            let stack = try await world.settled("s")
            let isUpdated = stack["Tags"]?[0]?["Value"] == "last"
            #expect(
                stack["StackStatus"] == (isUpdated ? "UPDATE_COMPLETE" : "CREATE_COMPLETE"), "after \(commits) commits")
            let queues = try await world.queues()
            #expect(isUpdated ? queues == ["second"] : queues.count == 1, "after \(commits) commits")
        }
    }

    /// Resources whose names their services make up. The key of the user is replaced when its serial number changes.
    private static func secrets(serial: Int64) -> JSON {
        [
            "Resources": [
                "User": ["Type": "AWS::IAM::User", "Properties": ["UserName": "u"]],
                "AccessKey": [
                    "Type": "AWS::IAM::AccessKey",
                    "Properties": ["UserName": ["Ref": "User"], "Serial": .integer(serial)],
                ],
                "Key": ["Type": "AWS::KMS::Key", "Properties": ["Description": "d"]],
            ]
        ]
    }

    /// The ids of keys that are not to be destroyed, and of all access keys.
    private func secrets(_ world: StackWorld) async throws -> (keys: [String], accessKeys: [String]) {
        var keys: [String] = []
        for key in try await world.run("ListKeys", of: "kms", [:])["Keys"]?.arrayValue ?? [] {
            let found = try await world.run("DescribeKey", of: "kms", ["KeyId": key["KeyId"] ?? ""])["KeyMetadata"]
            if found?["KeyState"] != "PendingDeletion" { keys.append(key["KeyId"]?.stringValue ?? "") }
        }
        let users = try await world.run("ListUsers", of: "iam", [:])["Users"]?.arrayValue ?? []
        guard !users.isEmpty else { return (keys, []) }
        let list = try await world.run("ListAccessKeys", of: "iam", ["UserName": "u"])["AccessKeyMetadata"]
        return (keys, (list?.arrayValue ?? []).compactMap { $0["AccessKeyId"]?.stringValue })
    }

    @Test func whatItsServiceNamesIsMadeOnceWhateverCommitIsTheLast() async throws {
        for commits in 1... {
            let (world, wasEnded) = try await crashed(commits) { world in
                try await world.run("CreateStack", Self.input(Self.secrets(serial: 1), tag: "last"))
            }
            guard wasEnded else {
                #expect(commits > 10)
                return
            }
            let stack = try await world.settled("s")
            let reasons = try await world.reasons("s")
            #expect(stack["StackStatus"] == "CREATE_COMPLETE", "after \(commits) commits: \(reasons)")
            let made = try await secrets(world)
            let named = try await world.run("DescribeStackResources", ["StackName": "s"])["StackResources"]?.arrayValue
            let ids = Set((named ?? []).compactMap { $0["PhysicalResourceId"]?.stringValue })
            #expect(made.keys.count == 1 && made.accessKeys.count == 1, "after \(commits) commits: \(made)")
            #expect(ids == Set(made.keys + made.accessKeys + ["u"]), "after \(commits) commits")
        }
    }

    @Test func whatItsServiceNamesIsReplacedOnceWhateverCommitIsTheLast() async throws {
        for commits in 18... {
            let (world, wasEnded) = try await crashed(commits) { world in
                try await world.run("CreateStack", Self.input(Self.secrets(serial: 1), tag: "first"))
                _ = try await world.settled("s")
                try await world.run("UpdateStack", Self.input(Self.secrets(serial: 2), tag: "last"))
            }
            guard wasEnded else {
                #expect(commits > 24)
                return
            }
            let stack = try await world.settled("s")
            let reasons = try await world.reasons("s")
            #expect(stack["StackStatus"]?.stringValue?.hasSuffix("E_COMPLETE") == true, "\(commits): \(reasons)")
            let made = try await secrets(world)
            #expect(made.keys.count == 1 && made.accessKeys.count == 1, "after \(commits) commits: \(made)")
        }
    }

    /// A stack of a stack of a queue; the inner template lies in a bucket.
    private static func hierarchy(tag: String) -> JSON {
        let stack: JSON = [
            "Type": "AWS::CloudFormation::Stack",
            "Properties": ["TemplateURL": "https://templates.s3.amazonaws.com/middle.json"],
        ]
        var input = Self.input(["Resources": ["Middle": stack]], tag: .string(tag)).objectValue ?? [:]
        (input["ChangeSetName"], input["IncludeNestedStacks"]) = (.string("to-\(tag)"), true)
        input["ChangeSetType"] = tag == "first" ? "CREATE" : "UPDATE"
        return .object(input)
    }

    private static func put(_ label: JSON, _ world: StackWorld) async throws {
        let queue: JSON = [
            "Type": "AWS::SQS::Queue",
            "Properties": ["QueueName": "q", "Tags": [["Key": "label", "Value": label]]],
        ]
        try await world.put("leaf.json", ["Resources": ["Queue": queue]])
        let leaf: JSON = [
            "Type": "AWS::CloudFormation::Stack",
            "Properties": ["TemplateURL": "https://templates.s3.amazonaws.com/leaf.json"],
        ]
        try await world.put("middle.json", ["Resources": ["Leaf": leaf]])
    }

    /// Every change set of an inner stack has the one that it belongs to, and every stack that waits has one.
    private func checkSets(_ world: StackWorld, _ note: Comment) async throws {
        for stack in try await world.run("ListStacks", [:])["StackSummaries"]?.arrayValue ?? [] {
            let list = try await world.run("ListChangeSets", ["StackName": stack["StackId"] ?? ""])["Summaries"]
            for set in list?.arrayValue ?? [] {
                guard let parent = set["ParentChangeSetId"] else { continue }
                #expect(await world.refusal("DescribeChangeSet", ["ChangeSetName": parent]) == nil, note)
            }
            #expect(stack["StackStatus"] != "REVIEW_IN_PROGRESS" || list?[0] != nil, note)
        }
    }

    /// The queue of a stack is as it was reviewed, whatever lay in the bucket by then.
    private func checkLabel(_ world: StackWorld, _ note: Comment) async throws {
        let stacks = try await world.run("ListStacks", [:])["StackSummaries"]?.arrayValue ?? []
        guard let stack = stacks.first(where: { $0["StackName"] == "s" }),
            stack["StackStatus"] != "REVIEW_IN_PROGRESS"
        else { return }
        let status = try await world.settled("s")["StackStatus"]
        #expect(status == "CREATE_COMPLETE" || status == "UPDATE_COMPLETE", note)
        let tags = try await world.run("ListQueueTags", of: "sqs", ["QueueUrl": "http://h/000000000000/q"])["Tags"]
        #expect(tags?["label"] == (status == "UPDATE_COMPLETE" ? "second" : "first"), note)
    }

    @Test func aHierarchyBecomesWhatWasReviewedWhateverCommitIsTheLast() async throws {
        for commits in 6... {
            let (world, wasEnded) = try await crashed(commits) { world in
                try await world.run("CreateBucket", of: "s3", ["Bucket": "templates"])
                try await Self.put("first", world)
                try await world.run("CreateChangeSet", Self.hierarchy(tag: "first"))
                try await Self.put("other", world)
                try await world.run("ExecuteChangeSet", ["StackName": "s", "ChangeSetName": "to-first"])
                _ = try await world.settled("s")
                try await Self.put("second", world)
                try await world.run("CreateChangeSet", Self.hierarchy(tag: "last"))
                try await Self.put("other", world)
                try await world.run("ExecuteChangeSet", ["StackName": "s", "ChangeSetName": "to-last"])
            }
            try await checkSets(world, "after \(commits) commits")
            try await checkLabel(world, "after \(commits) commits")
            guard wasEnded else {
                #expect(commits > 40)
                return
            }
        }
    }

    @Test func aStackThatIsDeletedAfterACrashLeavesNothing() async throws {
        for commits in 2... {
            let (world, wasEnded) = try await crashed(commits) { world in
                try await world.run("CreateStack", Self.input(Self.secrets(serial: 1), tag: "last"))
            }
            guard wasEnded else {
                #expect(commits > 10)
                return
            }
            let id = try await world.run("DescribeStacks", ["StackName": "s"])["Stacks"]?[0]?["StackId"]?.stringValue
            try await world.run("DeleteStack", ["StackName": "s"])
            let stack = try await world.settled(id ?? "")
            let reasons = try await world.reasons(id ?? "")
            #expect(stack["StackStatus"] == "DELETE_COMPLETE", "after \(commits) commits: \(reasons)")
            let left = try await secrets(world)
            #expect(left.keys.isEmpty && left.accessKeys.isEmpty, "after \(commits) commits: \(left)")
        }
    }
}
