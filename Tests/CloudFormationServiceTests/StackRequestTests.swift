import JSONTree
import Testing

/// Requests that are sent again, and the operations they began.
struct StackRequestTests {
    private let world: StackWorld

    init() throws { world = try StackWorld() }

    private static func template(delay: String) -> JSON {
        let tree: JSON = [
            "Resources": ["Q": ["Type": "AWS::SQS::Queue", "Properties": ["DelaySeconds": .string(delay)]]]
        ]
        return .string(tree.text)
    }

    private static func request(_ token: String, delay: String? = nil) -> JSON {
        var input: JSONObject = ["StackName": "s", "ClientRequestToken": .string(token)]
        if let delay { input["TemplateBody"] = template(delay: delay) }
        return .object(input)
    }

    private func events(_ input: JSONObject) async throws -> [JSON] {
        try await world.run("DescribeEvents", .object(input))["OperationEvents"]?.arrayValue ?? []
    }

    private func begun(_ status: String) async throws -> Int {
        let events = try await world.run("DescribeStackEvents", ["StackName": "s"])["StackEvents"]?.arrayValue ?? []
        return events.count {
            $0["ResourceType"] == "AWS::CloudFormation::Stack" && $0["ResourceStatus"] == .string(status)
        }
    }

    @Test func aRequestSentAgainIsAnsweredTheSameAndDoesNothing() async throws {
        let made = try await world.run("CreateStack", Self.request("one", delay: "1"))
        #expect(try await world.run("CreateStack", Self.request("one", delay: "1")) == made)
        _ = try await world.settled("s")
        try await world.restart()
        #expect(try await world.run("CreateStack", Self.request("one", delay: "1")) == made)
        let words =
            "The client request token one has already been used for this stack. Retry the request with a different client request token"
        #expect(await world.refusal("CreateStack", Self.request("one", delay: "2")) == words)
        #expect(await world.refusal("UpdateStack", Self.request("one", delay: "2")) == words)
        let updated = try await world.run("UpdateStack", Self.request("two", delay: "2"))
        _ = try await world.settled("s")
        #expect(try await world.run("UpdateStack", Self.request("two", delay: "2")) == updated)
        #expect(updated["OperationId"] != made["OperationId"])
        #expect(try await begun("UPDATE_IN_PROGRESS") == 1)
    }

    @Test func aDeletionSentAgainLeavesTheNextStackOfThatNameAlone() async throws {
        let first = try await world.run("CreateStack", Self.request("one", delay: "1"))
        _ = try await world.settled("s")
        try await world.run("DeleteStack", Self.request("two"))
        _ = try await world.settled(first["StackId"]?.stringValue ?? "")
        #expect(await world.refusal("CreateStack", Self.request("one", delay: "1"))?.contains("one") == true)
        try await world.run("CreateStack", Self.request("three", delay: "1"))
        _ = try await world.settled("s")
        try await world.run("DeleteStack", Self.request("two"))
        #expect(try await world.settled("s")["StackStatus"] == "CREATE_COMPLETE")
        #expect(try await world.queues().count == 1)
    }

    @Test func whatFailedIsFoundByTheOperation() async throws {
        let made = try await world.run("CreateStack", Self.request("one", delay: "10000"))
        let stack = try await world.settled("s")
        #expect(stack["StackStatus"] == "ROLLBACK_COMPLETE")
        let operation = made["OperationId"] ?? .null
        let kinds = (stack["LastOperations"]?.arrayValue ?? []).map { $0["OperationType"] }
        #expect(kinds == ["ROLLBACK", "CREATE_STACK"])
        let failed = try await events(["OperationId": operation, "Filters": ["FailedEvents": true]])
        #expect(failed.map { $0["EventType"] } == ["PROVISIONING_ERROR"])
        #expect(failed.map { $0["LogicalResourceId"] } == ["Q"])
        #expect(failed[0]["ResourceStatusReason"]?.stringValue?.contains("DelaySeconds") == true)
        #expect(failed[0]["ClientRequestToken"] == "one")
        let all = try await events(["StackName": "s"])
        let rolledBack = all.filter { $0["OperationType"] == "ROLLBACK" }
        #expect(rolledBack.first?["OperationStatus"] == "SUCCEEDED")
        #expect(Set(all.map { $0["OperationId"]?.stringValue }).count == 2)
        #expect(try await events(["OperationId": operation]).count == all.count - rolledBack.count)
        #expect(await world.refusal("DescribeEvents", [:])?.contains("must be specified") == true)
    }

    @Test func aChangeSetTellsWhetherItWasMade() async throws {
        try await world.run("CreateStack", Self.request("one", delay: "1"))
        _ = try await world.settled("s")
        let set = try await world.run(
            "CreateChangeSet",
            ["StackName": "s", "ChangeSetName": "c", "TemplateBody": Self.template(delay: "1")])
        let told = try await events(["ChangeSetName": set["Id"] ?? ""])
        #expect(told.map { $0["OperationStatus"] } == ["FAILED"])
        #expect(told[0]["OperationType"] == "CREATE_CHANGESET")
    }
}
