import AWSWire
import JSONTree
import Synchronization
import Testing

@testable import LogsService

@Suite struct GroupTests {
    @Test func groupsAndStreamsAreThereOnce() async throws {
        let world = try await LogWorld.withStream()
        #expect(await world.failure("CreateLogGroup", ["logGroupName": "g"]) == "ResourceAlreadyExistsException")
        let stream: JSON = ["logGroupName": "g", "logStreamName": "s"]
        #expect(await world.failure("CreateLogStream", stream) == "ResourceAlreadyExistsException")
        #expect(
            await world.failure("CreateLogStream", ["logGroupName": "x", "logStreamName": "s"])
                == "ResourceNotFoundException")
        #expect(await world.failure("DeleteLogGroup", ["logGroupName": "x"]) == "ResourceNotFoundException")
    }

    @Test func aGroupGoesWithAllThatIsInIt() async throws {
        let world = try await LogWorld.withStream()
        try await world.put([(0, "a")])
        try await world.run("DeleteLogGroup", ["logGroupName": "g"])
        try await world.run("CreateLogGroup", ["logGroupName": "g"])
        try await world.run("CreateLogStream", ["logGroupName": "g", "logStreamName": "s"])
        try world.restart()
        #expect(try await world.run("FilterLogEvents", ["logGroupName": "g"]).messages.isEmpty)
    }

    @Test func groupsAreDescribed() async throws {
        let world = try await LogWorld.withStream()
        try await world.put([(0, "abcd")])
        try await world.run("PutRetentionPolicy", ["logGroupName": "g", "retentionInDays": 7])
        #expect(
            await world.failure("PutRetentionPolicy", ["logGroupName": "g", "retentionInDays": 8])
                == "InvalidParameterException")
        let group = try await world.run("DescribeLogGroups", .emptyObject)["logGroups"]?[0]
        #expect(group?["retentionInDays"] == 7)
        #expect(group?["storedBytes"] == 30)
        #expect(group?["arn"] == "arn:aws:logs:us-east-1:000000000000:log-group:g:*")
        for number in 0..<60 { try await world.run("CreateLogGroup", ["logGroupName": .string("x/\(100 + number)")]) }
        let first = try await world.run("DescribeLogGroups", ["logGroupNamePrefix": "x/"])
        let second = try await world.run(
            "DescribeLogGroups", ["logGroupNamePrefix": "x/", "nextToken": first["nextToken"] ?? .null])
        #expect(first["logGroups"]?.arrayValue?.count == 50)
        #expect(second["logGroups"]?.arrayValue?.count == 10)
        #expect(second["nextToken"] == nil)
        let found = try await world.run("DescribeLogGroups", ["logGroupNamePattern": "11"])
        #expect(found["logGroups"]?.arrayValue?.count == 10)
    }

    @Test func streamsAreDescribedByNameOrTime() async throws {
        let world = try await LogWorld.withStream()
        for name in ["a", "z"] {
            try await world.run("CreateLogStream", ["logGroupName": "g", "logStreamName": .string(name)])
        }
        try await world.put([(5, "x")], to: "z")
        try await world.put([(9, "x")], to: "a")
        func names(_ input: JSON) async throws -> [String] {
            try await world.run("DescribeLogStreams", input)["logStreams"]?.arrayValue?.compactMap {
                $0["logStreamName"]?.stringValue
            } ?? []
        }
        #expect(try await names(["logGroupName": "g"]) == ["a", "s", "z"])
        #expect(
            try await names([
                "logGroupIdentifier": "arn:aws:logs:us-east-1:000000000000:log-group:g:*", "logStreamNamePrefix": "s",
            ]) == ["s"])
        let byTime: JSON = ["logGroupName": "g", "orderBy": "LastEventTime", "descending": true]
        #expect(try await names(byTime) == ["a", "z", "s"])
    }

    @Test func tagsAreKeptInBothForms() async throws {
        let world = try await LogWorld.withStream()
        let arn: JSON = "arn:aws:logs:us-east-1:000000000000:log-group:g"
        try await world.run("TagResource", ["resourceArn": arn, "tags": ["a": "1", "b": "2"]])
        try await world.run("UntagLogGroup", ["logGroupName": "g", "tags": ["a"]])
        try await world.run("TagLogGroup", ["logGroupName": "g", "tags": ["c": "3"]])
        try world.restart()
        #expect(try await world.run("ListTagsForResource", ["resourceArn": arn])["tags"] == ["b": "2", "c": "3"])
        #expect(try await world.run("ListTagsLogGroup", ["logGroupName": "g"])["tags"] == ["b": "2", "c": "3"])
    }

    @Test func tagsOfAWSAreNotSetByOthers() async throws {
        let world = try await LogWorld.withStream()
        let tags: JSON = ["aws:mine": "v"]
        let requests: [(String, JSON)] = [
            ("TagResource", ["resourceArn": "arn:aws:logs:us-east-1:000000000000:log-group:g", "tags": tags]),
            ("TagLogGroup", ["logGroupName": "g", "tags": tags]),
            ("CreateLogGroup", ["logGroupName": "other", "tags": tags]),
        ]
        for (action, input) in requests { #expect(await world.failure(action, input) == "InvalidParameterException") }
    }

    /// A statement that lets CloudWatch Logs use a key.
    private static func statement(_ more: String = "", effect: String = "Allow", actions: String = "kms:*") -> String {
        #"{"Effect":"\#(effect)","Principal":{"Service":"logs.us-east-1.amazonaws.com"},"Action":"\#(actions)","Resource":"*"\#(more)}"#
    }

    private static func context(_ group: String) -> String {
        #","Condition":{"ArnEquals":{"kms:EncryptionContext:aws:logs:arn":"arn:aws:logs:us-east-1:000000000000:log-group:\#(group)"}}"#
    }

    private static func policy(_ statements: String...) -> String {
        let own =
            #"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000000:root"},"Action":"kms:*","Resource":"*"}"#
        return #"{"Version":"2012-10-17","Statement":[\#(([own] + statements).joined(separator: ","))]}"#
    }

    @Test func aKeyMustLetCloudWatchLogsUseIt() async throws {
        let world = try LogWorld()
        world.calls.policies.withLock {
            $0 = [
                "off": Self.policy(Self.statement()), "account": Self.policy(), "open": Self.policy(Self.statement()),
                "reading": Self.policy(Self.statement(actions: "kms:De*")),
                "other group": Self.policy(Self.statement(Self.context("other"))),
                "group": Self.policy(Self.statement(Self.context("g"))),
                "forbidden": Self.policy(Self.statement(), Self.statement(effect: "Deny")),
                "everybody": #"{"Statement":{"Effect":"Allow","Principal":"*","Action":"kms:Encrypt","Resource":"*"}}"#,
            ]
        }
        for key in ["none", "off", "account", "reading", "other group", "forbidden"] {
            let input: JSON = ["logGroupName": "g", "kmsKeyId": .string(key)]
            #expect(await world.failure("CreateLogGroup", input) == "AccessDeniedException", "\(key)")
        }
        try await world.run("CreateLogGroup", ["logGroupName": "g", "kmsKeyId": "open"])
        for key in ["group", "everybody"] {
            try await world.run("AssociateKmsKey", ["logGroupName": "g", "kmsKeyId": .string(key)])
            try world.restart()
            #expect(try await world.run("DescribeLogGroups", [:])["logGroups"]?[0]?["kmsKeyId"] == .string(key))
        }
        #expect(
            await world.failure("AssociateKmsKey", ["logGroupName": "g", "kmsKeyId": "account"])
                == "AccessDeniedException")
        #expect(
            await world.failure("AssociateKmsKey", ["logGroupName": "none", "kmsKeyId": "open"])
                == "ResourceNotFoundException")
        #expect(await world.failure("DisassociateKmsKey", [:]) == "InvalidParameterException")
        try await world.run(
            "DisassociateKmsKey", ["resourceIdentifier": "arn:aws:logs:us-east-1:000000000000:log-group:g"])
        let group = try #require(try await world.run("DescribeLogGroups", [:])["logGroups"]?[0])
        #expect(group["kmsKeyId"] == nil)
    }

    @Test func aProtectedGroupIsNotDeleted() async throws {
        let world = try LogWorld()
        let group: JSON = ["logGroupName": "g"]
        try await world.run("CreateLogGroup", ["logGroupName": "g", "deletionProtectionEnabled": true])
        try world.restart()
        #expect(await world.failure("DeleteLogGroup", group) == "ValidationException")
        #expect(try await world.run("DescribeLogGroups", [:])["logGroups"]?[0]?["deletionProtectionEnabled"] == true)
        try await world.run(
            "PutLogGroupDeletionProtection", ["logGroupIdentifier": "g", "deletionProtectionEnabled": false])
        try await world.run("DeleteLogGroup", group)
    }
}
