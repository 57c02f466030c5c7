import AWSWire
import JSONTree
import TestSupport
import Testing

@testable import StepFunctionsService

/// Configurations that say nothing or contradict themselves.
struct SettingsTests {
    @Test func tracingIsOnOrOff() async throws {
        let world = try ServiceWorld()
        let machine: JSONObject = [
            "name": "m", "definition": .string(ServiceWorld.pass), "roleArn": .string(ServiceWorld.role),
        ]
        var silent = machine
        silent["tracingConfiguration"] = [:]
        #expect(await world.refusal("CreateStateMachine", .object(silent)) == "InvalidTracingConfiguration")
        let arn = try await world.machine()
        let update: JSON = ["stateMachineArn": .string(arn), "tracingConfiguration": [:]]
        #expect(await world.refusal("UpdateStateMachine", update) == "InvalidTracingConfiguration")
    }

    @Test func nobodysKeyIsAWSsOwn() async throws {
        let world = try ServiceWorld()
        let machine: JSONObject = [
            "name": "m", "definition": .string(ServiceWorld.pass), "roleArn": .string(ServiceWorld.role),
        ]
        var explicit = machine
        explicit["encryptionConfiguration"] = ["type": "AWS_OWNED_KEY"]
        let first = try await world.call("CreateStateMachine", .object(machine))
        #expect(try await world.call("CreateStateMachine", .object(explicit)) == first)
        let update: JSON = [
            "stateMachineArn": first["stateMachineArn"] ?? .null, "encryptionConfiguration": ["type": "AWS_OWNED_KEY"],
        ]
        #expect(try await world.call("UpdateStateMachine", update)["revisionId"] == nil, "nothing has changed")
    }

    @Test func aRouteLeadsToAnARN() async throws {
        let world = try ServiceWorld()
        func refusal(_ version: String) async -> String? {
            await world.refusal(
                "CreateStateMachineAlias",
                [
                    "name": "a",
                    "routingConfiguration": [["stateMachineVersionArn": .string(version), "weight": 100]],
                ])
        }
        #expect(await refusal("nonsense") == "InvalidArn")
        #expect(await refusal("arn:aws:sqs:us-east-1:123456789012:q") == "InvalidArn")
        #expect(await refusal(try await world.machine()) == "ValidationException")
    }

    @Test func aTaskSaysInAWSsWordsWhatIsWrongWithItsOutput() async throws {
        let world = try ServiceWorld()
        let made = try await world.call("CreateActivity", ["name": "a"])
        let activity = try #require(made["activityArn"]?.stringValue)
        let definition = #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\#(activity)","End":true}}}"#
        try await world.call("StartExecution", ["stateMachineArn": .string(try await world.machine("m", definition))])
        let task = try await world.call("GetActivityTask", ["activityArn": .string(activity)])
        let token = try #require(task["taskToken"])
        do throws(ServiceError) {
            try await world.call("SendTaskSuccess", ["taskToken": token, "output": "not JSON"])
            Issue.record("an output that is no JSON was taken")
        } catch {
            #expect(error.code == "InvalidOutput")
            #expect(error.message.hasPrefix("Invalid Output: 'Unrecognized token 'not': was expecting ("))
        }
    }
}
