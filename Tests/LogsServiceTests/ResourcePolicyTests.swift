import AWSWire
import JSONTree
import Testing

@testable import LogsService

/// Policies of accounts about their log groups, and groups by parts of their names.
struct ResourcePolicyTests {
    private static func document(_ group: String, action: String = "logs:PutLogEvents") -> JSON {
        .string(
            #"{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":""#
                + action + #"","Resource":"arn:aws:logs:us-east-1:000000000000:log-group:"# + group + #":*"}]}"#)
    }

    @Test func policiesAreKeptReplacedAndRemoved() async throws {
        let world = try await LogWorld.withStream()
        let put = try await world.run(
            "PutResourcePolicy", ["policyName": "b", "policyDocument": Self.document("/old")])
        #expect(put["resourcePolicy"]?["policyScope"] == "ACCOUNT")
        try await world.run("PutResourcePolicy", ["policyName": "a", "policyDocument": Self.document("/a")])
        try await world.run("PutResourcePolicy", ["policyName": "b", "policyDocument": Self.document("/b")])
        try world.restart()
        let told = try await world.run("DescribeResourcePolicies", .emptyObject)["resourcePolicies"]?.arrayValue ?? []
        #expect(told.map { $0["policyName"] } == ["a", "b"])
        #expect(told.last?["policyDocument"] == Self.document("/b"))
        try await world.run("DeleteResourcePolicy", ["policyName": "a"])
        #expect(
            await world.failure("DeleteResourcePolicy", ["policyName": "a"]) == "ResourceNotFoundException")
        for bad in ["{}", Self.document("/g", action: "sqs:SendMessage")] as [JSON] {
            #expect(
                await world.failure("PutResourcePolicy", ["policyName": "c", "policyDocument": bad])
                    == "InvalidParameterException")
        }
    }

    @Test func anAccountHasTenPolicies() async throws {
        let world = try await LogWorld.withStream()
        for number in 0..<10 {
            try await world.run(
                "PutResourcePolicy", ["policyName": .string("p\(number)"), "policyDocument": Self.document("/g")])
        }
        let input: JSON = ["policyName": "more", "policyDocument": Self.document("/g")]
        #expect(await world.failure("PutResourcePolicy", input) == "LimitExceededException")
    }

    @Test func groupsAreFoundByPartsOfTheirNames() async throws {
        let world = try await LogWorld.withStream()
        for name in ["/aws/lambda/one", "/aws/lambda/two", "/my/aws/lambda", "discovery"] {
            try await world.run("CreateLogGroup", ["logGroupName": .string(name)])
        }
        func names(_ pattern: String) async throws -> [String] {
            let found = try await world.run("ListLogGroups", ["logGroupNamePattern": .string(pattern)])
            return (found["logGroups"]?.arrayValue ?? []).compactMap { $0["logGroupName"]?.stringValue }
        }
        #expect(try await names("^/aws/lambda|disco") == ["/aws/lambda/one", "/aws/lambda/two", "discovery"])
        #expect(try await names("/aws/lambda").count == 3)
        let page = try await world.run("ListLogGroups", ["limit": 2])
        #expect(page["logGroups"]?.arrayValue?.count == 2 && page["nextToken"] != nil)
        #expect(
            page["logGroups"]?[0]?["logGroupArn"] == "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/one")
    }
}
