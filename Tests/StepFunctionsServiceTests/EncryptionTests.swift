import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StorageContract
import TestSupport
import Testing

@testable import StepFunctionsService

/// Machines and activities with a key of their own: what is shown, what is refused while the key is locked, and what lies in the store.
struct EncryptionTests {
    private static let word = "xylophone-of-the-deep"
    private static let definition =
        #"{"Comment":"\#(word)","StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"Next":"B"},"B":{"Type":"Succeed"}}}"#
    private let world: ServiceWorld
    private static let own: JSON = ["type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "key"]

    init() throws { world = try ServiceWorld() }

    private func machine(_ name: String = "m", _ encryption: JSON? = own) async throws -> JSON {
        var input: JSONObject = [
            "name": .string(name), "definition": .string(Self.definition), "roleArn": .string(ServiceWorld.role),
        ]
        input["encryptionConfiguration"] = encryption
        return try #require(try await world.call("CreateStateMachine", .object(input))["stateMachineArn"])
    }

    private func started(_ machine: JSON) async throws -> JSON {
        let input: JSON = ["stateMachineArn": machine, "input": .string(#"{"said":"\#(Self.word)"}"#)]
        return try #require(try await world.call("StartExecution", input)["executionArn"])
    }

    @Test func descriptionsShowTheConfigurationCompleted() async throws {
        let completed: JSON = [
            "type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "key", "kmsDataKeyReusePeriodSeconds": 300,
        ]
        let arn = try await machine()
        let execution = try await started(arn)
        #expect(
            try await world.call("DescribeStateMachine", ["stateMachineArn": arn])["encryptionConfiguration"]
                == completed)
        let pinned = try await world.call("DescribeStateMachineForExecution", ["executionArn": execution])
        #expect(pinned["encryptionConfiguration"] == completed && pinned["definition"]?.stringValue == Self.definition)
        let activity = try await world.call("CreateActivity", ["name": "a", "encryptionConfiguration": Self.own])
        let shown = try await world.call("DescribeActivity", ["activityArn": activity["activityArn"] ?? ""])
        #expect(shown["encryptionConfiguration"] == completed)
    }

    @Test(
        arguments: [
            ["type": "CUSTOMER_MANAGED_KMS_KEY"], ["type": "AWS_OWNED_KEY", "kmsKeyId": "key"],
            ["type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "none"],
            ["type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "key", "kmsDataKeyReusePeriodSeconds": 59],
            ["type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "key", "kmsDataKeyReusePeriodSeconds": 901],
            ["type": "AWS_OWNED_KEY", "kmsDataKeyReusePeriodSeconds": 60],
        ] as [JSON])
    func whatCannotBeIsRefused(encryption: JSON) async throws {
        let input: JSON = [
            "name": "m", "definition": .string(ServiceWorld.pass), "roleArn": .string(ServiceWorld.role),
            "encryptionConfiguration": encryption,
        ]
        #expect(await world.refusal("CreateStateMachine", input) == "InvalidEncryptionConfiguration")
        #expect(
            await world.refusal("CreateActivity", ["name": "a", "encryptionConfiguration": encryption])
                == "InvalidEncryptionConfiguration")
        let plain = try await world.machine("plain")
        #expect(
            await world.refusal(
                "UpdateStateMachine", ["stateMachineArn": .string(plain), "encryptionConfiguration": encryption])
                == "InvalidEncryptionConfiguration")
    }

    @Test(arguments: [KeyState.disabled, .pendingDeletion, .unavailable])
    func everyActionThatNeedsALockedKeySaysSoAndMetadataAreStillTold(state: KeyState) async throws {
        let arn = try await machine()
        let execution = try await started(arn)
        let activity = try await world.call("CreateActivity", ["name": "a", "encryptionConfiguration": Self.own])
        world.keys.lock("key", state)
        let needing: [(String, JSON)] = [
            ("DescribeStateMachine", ["stateMachineArn": arn]), ("StartExecution", ["stateMachineArn": arn]),
            ("DescribeStateMachineForExecution", ["executionArn": execution]),
            ("DescribeExecution", ["executionArn": execution]), ("GetExecutionHistory", ["executionArn": execution]),
            ("StopExecution", ["executionArn": execution]),
            ("GetActivityTask", ["activityArn": activity["activityArn"] ?? ""]),
        ]
        for (action, input) in needing {
            let error = await world.error(action, input)
            #expect(error?.code == "KmsInvalidStateException", "\(action)")
            #expect(error?.members.first?.value == .string(state.rawValue), "\(action)")
        }
        let create: JSON = [
            "name": "n", "definition": .string(ServiceWorld.pass), "roleArn": .string(ServiceWorld.role),
            "encryptionConfiguration": Self.own,
        ]
        #expect(await world.refusal("CreateStateMachine", create) == "InvalidEncryptionConfiguration")

        let machine = try await world.call(
            "DescribeStateMachine", ["stateMachineArn": arn, "includedData": "METADATA_ONLY"])
        #expect(machine["definition"] == "{}" && machine["status"] == "ACTIVE")
        let metadata: JSON = ["executionArn": execution, "includedData": "METADATA_ONLY"]
        let described = try await world.call("DescribeExecution", metadata)
        #expect(described["input"] == nil && described["status"] == "RUNNING")
        #expect(try await world.call("DescribeStateMachineForExecution", metadata)["definition"] == "{}")
        let listed = try await world.call("ListExecutions", ["stateMachineArn": arn])
        #expect(listed["executions"]?.arrayValue?.count == 1)

        world.keys.lock("key", nil)
        let opened = try await world.call("DescribeExecution", ["executionArn": execution])
        #expect(opened["input"]?.stringValue == #"{"said":"\#(Self.word)"}"#)
        #expect(await world.refusal("GetExecutionHistory", ["executionArn": execution]) == nil)
    }

    @Test func aKeyThatMayNotBeUsedIsAccessDenied() async throws {
        let arn = try await machine()
        let execution = try await started(arn)
        let plain = try await machine("plain", nil)
        world.keys.deny("key")
        let denied: [(String, JSON)] = [
            ("DescribeExecution", ["executionArn": execution]), ("DescribeStateMachine", ["stateMachineArn": arn]),
            ("StartExecution", ["stateMachineArn": arn]), ("StopExecution", ["executionArn": execution]),
            ("CreateActivity", ["name": "a", "encryptionConfiguration": Self.own]),
            ("UpdateStateMachine", ["stateMachineArn": plain, "encryptionConfiguration": Self.own]),
        ]
        for (action, input) in denied {
            #expect(await world.refusal(action, input) == "KmsAccessDeniedException", "\(action)")
        }
    }

    @Test func aKeyThatIsGoneIsInNoState() async throws {
        let arn = try await machine()
        let execution = try await started(arn)
        world.keys.lose("key")
        #expect(await world.refusal("DescribeExecution", ["executionArn": execution]) == "KmsInvalidStateException")
        #expect(await world.refusal("DescribeStateMachine", ["stateMachineArn": arn]) == "KmsInvalidStateException")
        #expect(await world.refusal("StartExecution", ["stateMachineArn": arn]) == "KmsInvalidStateException")
    }

    @Test(arguments: [true, false])
    func theDefinitionIsInNoFileOfAMachineWithAKey(isSealed: Bool) async throws {
        let arn = try await machine("m", isSealed ? Self.own : nil)
        _ = try await started(arn)
        #expect(world.folder.files(holding: Self.word).isEmpty == isSealed)
    }

    @Test(arguments: [true, false])
    func anEventOfASealedExecutionTellsNothingOfItsData(isSealed: Bool) async throws {
        let arn = try await machine("m", isSealed ? Self.own : nil)
        let execution = try #require(try await started(arn).stringValue.flatMap { ExecutionARN($0) })
        let detail = StatusChangeDetail.json(try await world.engine.engine.describe(execution))
        #expect(detail["status"] == "RUNNING" && detail["inputDetails"] == ["included": .bool(!isSealed)])
        #expect(detail.text.contains(Self.word) == !isSealed)
    }

    @Test func aMachineCanTakeAKeyChangeItsDefinitionAndGiveTheKeyUp() async throws {
        let arn = try await machine("m", nil)
        func update(_ members: JSONObject) async throws {
            var input = members
            input["stateMachineArn"] = arn
            try await world.call("UpdateStateMachine", .object(input))
        }
        func isOpen() async -> Bool { await world.refusal("DescribeStateMachine", ["stateMachineArn": arn]) == nil }
        try await update(["encryptionConfiguration": Self.own])
        #expect(
            try await world.call("DescribeStateMachine", ["stateMachineArn": arn])["definition"]?.stringValue
                == Self.definition)
        let sealed = try await started(arn)
        world.keys.lock("key", .disabled)
        #expect(await !isOpen())
        world.keys.lock("key", nil)
        try await update(["definition": .string(ServiceWorld.pass)])
        #expect(
            try await world.call("DescribeStateMachine", ["stateMachineArn": arn])["definition"]?.stringValue
                == ServiceWorld.pass)
        try await update(["encryptionConfiguration": ["type": "AWS_OWNED_KEY"]])
        world.keys.lock("key", .disabled)
        #expect(await isOpen())
        #expect(
            try await world.call("DescribeStateMachine", ["stateMachineArn": arn])["definition"]?.stringValue
                == ServiceWorld.pass)
        #expect(await world.refusal("StartExecution", ["stateMachineArn": arn]) == nil)
        // What was started under the key stays under it.
        #expect(await world.refusal("DescribeExecution", ["executionArn": sealed]) == "KmsInvalidStateException")
    }

    @Test func aFailedExecutionIsToldWithoutItsErrorWhenOnlyMetadataAreAsked() async throws {
        let input: JSON = [
            "name": "f", "definition": .string(ServiceWorld.fail), "roleArn": .string(ServiceWorld.role),
            "encryptionConfiguration": Self.own,
        ]
        let arn = try #require(try await world.call("CreateStateMachine", input)["stateMachineArn"])
        let execution = try await started(arn)
        let text = try #require(execution.stringValue.flatMap { ExecutionARN($0) })
        _ = try await world.engine.engine.end(of: text)
        let metadata = try await world.call(
            "DescribeExecution", ["executionArn": execution, "includedData": "METADATA_ONLY"])
        #expect(metadata["status"] == "FAILED" && metadata["error"] == nil && metadata["redriveStatus"] == "REDRIVABLE")
        #expect(try await world.call("DescribeExecution", ["executionArn": execution])["error"] == "Boom")
    }
}
