import AWSWire
import JSONTree
import TestSupport
import Testing

@testable import CloudFormationService

/// What a stack's policy lets updates do, and how long its creation may take.
@Suite struct StackPolicyTests {
    private static func policy(_ statements: String) -> String { #"{"Statement":[\#(statements)]}"# }

    private static let everything = #"{"Effect":"Allow","Action":"Update:*","Principal":"*","Resource":"*"}"#

    private static func denial(_ action: String, _ more: String) -> String {
        policy(everything + #",{"Effect":"Deny","Action":"\#(action)","Principal":"*",\#(more)}"#)
    }

    private static func template(_ properties: [String: JSONObject]) -> JSON {
        let resources = properties.sorted { $0.key < $1.key }.map { name, properties in
            (name, JSON.object(["Type": "AWS::SQS::Queue", "Properties": .object(properties)]))
        }
        return .string(JSON.object(["Resources": .object(JSONObject(resources))]).text)
    }

    private func settled(_ world: StackWorld, _ action: String, _ input: JSONObject) async throws -> String? {
        try await world.run(action, .object(input))
        return try await world.settled("s")["StackStatus"]?.stringValue
    }

    @Test(arguments: [
        (denial("Update:Modify", #""Resource":"LogicalResourceId/A""#), "Update:Modify", "#2"),
        (denial("Update:*", #""NotResource":"LogicalResourceId/B*""#), "Update:Modify", "#2"),
        (
            denial("Update:*", #""Resource":"*","Condition":{"StringLike":{"ResourceType":["AWS::SQS::*"]}}"#),
            "Update:Modify", "#2"
        ),
        (policy(everything.replacing("Update:*", with: "Update:Replace")), "Update:Modify", ""),
    ])
    func whatIsDeniedFailsTheUpdate(policy: String, action: String, statement: String) async throws {
        let world = try StackWorld()
        _ = try await settled(
            world, "CreateStack", ["StackName": "s", "TemplateBody": Self.template(["A": ["DelaySeconds": "1"]])])
        try await world.run("SetStackPolicy", ["StackName": "s", "StackPolicyBody": .string(policy)])
        let changed: JSONObject = ["StackName": "s", "TemplateBody": Self.template(["A": ["DelaySeconds": "2"]])]
        #expect(try await settled(world, "UpdateStack", changed) == "UPDATE_ROLLBACK_COMPLETE")
        let reason = try await world.reasons("s").first {
            $0.hasPrefix("Action \(statement.isEmpty ? "not allowed" : "denied") by stack policy: ")
        }
        #expect(reason?.contains("does not allow [\(action)] for resource [LogicalResourceId/A]") == true)
        let words = "Action denied by stack policy: Statement [\(statement)] does not allow [\(action)] for resource ["
        #expect(reason?.hasPrefix(words) == true || statement.isEmpty)
        // For one update another policy may count.
        var allowed = changed
        allowed["StackPolicyDuringUpdateBody"] = .string(Self.policy(Self.everything))
        #expect(try await settled(world, "UpdateStack", allowed) == "UPDATE_COMPLETE")
        #expect(
            try await world.run("GetStackPolicy", ["StackName": "s"])["StackPolicyBody"]?.stringValue == policy)
    }

    @Test func anotherActionOrResourceIsLetPass() async throws {
        let world = try StackWorld()
        _ = try await settled(
            world, "CreateStack",
            [
                "StackName": "s", "TemplateBody": Self.template(["A": ["DelaySeconds": "1"], "B": [:]]),
                "StackPolicyBody": .string(Self.denial("Update:Replace", #""Resource":"*""#)),
            ])
        let changed = Self.template(["A": ["DelaySeconds": "2"]])
        #expect(
            try await settled(world, "UpdateStack", ["StackName": "s", "TemplateBody": changed]) == "UPDATE_COMPLETE")
        #expect(try await world.queues().count == 1)
    }

    @Test(arguments: ["Update:Delete", "Update:Replace"])
    func whatIsKeptIsNeitherRemovedNorReplaced(action: String) async throws {
        let world = try StackWorld()
        let before: [String: JSONObject] = ["A": [:], "B": ["QueueName": "one"]]
        _ = try await settled(
            world, "CreateStack",
            [
                "StackName": "s", "TemplateBody": Self.template(before),
                "StackPolicyBody": .string(Self.denial(action, #""Resource":"LogicalResourceId/B""#)),
            ])
        let queues = try await world.queues()
        let after: [String: JSONObject] =
            action == "Update:Delete" ? ["A": [:]] : ["A": [:], "B": ["QueueName": "two"]]
        #expect(
            try await settled(world, "UpdateStack", ["StackName": "s", "TemplateBody": Self.template(after)])
                == "UPDATE_ROLLBACK_COMPLETE")
        #expect(try await world.queues() == queues)
        #expect(try await world.reasons("s").contains { $0.contains("[\(action)] for resource [LogicalResourceId/B]") })
    }

    @Test(arguments: [
        "", "{}", #"{"Statement":[]}"#, #"{"Statement":[{"Effect":"Allow","Principal":"*","Resource":"*"}]}"#,
        #"{"Statement":[{"Effect":"Maybe","Action":"Update:*","Principal":"*","Resource":"*"}]}"#,
        policy(everything.replacing(#""Resource":"*""#, with: #""Resource":"*","Condition":{"Bool":{"x":"true"}}"#)),
    ])
    func whatIsNoPolicyIsRefused(text: String) {
        #expect(throws: ServiceError.self) { try StackPolicy(text) }
    }

    @Test(arguments: [(1, "ROLLBACK_COMPLETE"), (2, "CREATE_COMPLETE")])
    func aCreationHasItsTime(minutes: Int, status: String) async throws {
        let world = try StackWorld { action, _, clock in if action == "CreateQueue" { clock.move(by: .seconds(50)) } }
        let ended = try await settled(
            world, "CreateStack",
            [
                "StackName": "s", "TemplateBody": Self.template(["A": [:], "B": [:]]),
                "TimeoutInMinutes": .integer(Int64(minutes)),
            ])
        #expect(ended == status)
        let isTold = try await world.reasons("s").contains {
            $0.hasPrefix("Stack creation time exceeded the specified timeout")
        }
        #expect(isTold == (minutes == 1))
        #expect(try await world.queues().count == (minutes == 1 ? 0 : 2))
    }

    /// Two queues: what making the second one does is up to the test.
    private static let pair = template(["A": [:], "B": ["QueueName": "slow"]])

    @Test func aCreationThatHangsInsideOneResourceIsGivenUp() async throws {
        let world = try StackWorld { action, input, clock throws(ServiceError) in
            guard action == "CreateQueue", input["QueueName"] == "slow" else { return }
            while !Task.isCancelled {
                clock.move(by: .seconds(1))
                await Task.yield()
            }
            throw ServiceError("ServiceUnavailable", "given up", status: 503)
        }
        let ended = try await settled(
            world, "CreateStack", ["StackName": "s", "TemplateBody": Self.pair, "TimeoutInMinutes": 2])
        #expect(ended == "ROLLBACK_COMPLETE")
        let reasons = try await world.reasons("s")
        #expect(reasons.contains("Stack creation time exceeded the specified timeout. Rollback requested by user."))
        #expect(reasons.contains("Resource creation cancelled"))
        #expect(try await world.queues().isEmpty)
    }

    @Test(arguments: ["CreateQueue", "DeleteQueue"])
    func aStackIsDeletedWhileItIsMadeOrRolledBack(action: String) async throws {
        let (reached, reach) = AsyncStream<Void>.makeStream()
        let (going, go) = AsyncStream<Void>.makeStream()
        let world = try StackWorld { called, input, _ throws(ServiceError) in
            if called == "CreateQueue", input["QueueName"] == "slow", action == "DeleteQueue" {
                throw ServiceError("InvalidParameterValue", "no such queue is made")
            }
            guard called == action, input["QueueName"] == "slow" || called == "DeleteQueue" else { return }
            reach.yield()
            // Until the deletion is asked for, or this is given up because of it.
            for await _ in going { return }
        }
        let making = Task { try await world.run("CreateStack", ["StackName": "s", "TemplateBody": Self.pair]) }
        for await _ in reached { break }
        let deleting = Task { try await world.run("DeleteStack", ["StackName": "s"]) }
        _ = try await deleting.value
        go.finish()
        let stack = try await making.value["StackId"]?.stringValue ?? ""
        #expect(try await world.settled(stack)["StackStatus"] == "DELETE_COMPLETE")
        #expect(try await world.queues().isEmpty)
    }
}
