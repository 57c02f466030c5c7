import JSONTree
import Testing

/// Resources that wait until they are signalled.
struct SignalTests {
    private let world: StackWorld

    init() throws { world = try StackWorld() }

    private func create(_ signal: JSON) async throws {
        let policy: JSON = ["ResourceSignal": signal]
        let condition: JSON = ["Type": "AWS::CloudFormation::WaitCondition", "CreationPolicy": policy]
        let tree: JSON = [
            "Parameters": ["Count": ["Type": "Number", "Default": 2]],
            "Resources": ["Q": ["Type": "AWS::SQS::Queue"], "Done": condition],
        ]
        try await world.run("CreateStack", ["StackName": "s", "TemplateBody": .string(tree.text)])
    }

    private func waiting() async throws {
        while try await world.resources("s")["Done"] != "CREATE_IN_PROGRESS" { await Task.yield() }
    }

    private static func input(_ id: String, _ status: String = "SUCCESS", of resource: String = "Done") -> JSON {
        [
            "StackName": "s", "LogicalResourceId": .string(resource), "UniqueId": .string(id),
            "Status": .string(status),
        ]
    }

    @Test func aConditionIsThereOnceItWasSignalledOftenEnough() async throws {
        try await create(["Count": ["Ref": "Count"], "Timeout": "PT1H"])
        try await waiting()
        try await world.run("SignalResource", Self.input("a"))
        try await world.restart()
        try await waiting()
        // The same id counts once.
        try await world.run("SignalResource", Self.input("a"))
        #expect(try await world.resources("s")["Done"] == "CREATE_IN_PROGRESS")
        try await world.run("SignalResource", Self.input("b"))
        let stack = try await world.settled("s")
        #expect(stack["StackStatus"] == "CREATE_COMPLETE")
        let reasons = try await world.reasons("s")
        #expect(reasons.contains("Received SUCCESS signal with UniqueId b"))
        let id = stack["StackId"]?.stringValue ?? ""
        #expect(
            await world.refusal("SignalResource", Self.input("c"))
                == "Stack \(id) is in CREATE_COMPLETE state and cannot be signaled")
    }

    @Test func aSignalOfFailureFailsIt() async throws {
        try await create(["Timeout": "PT5M"])
        try await waiting()
        #expect(
            await world.refusal("SignalResource", Self.input("a", of: "None"))
                == "Resource None does not exist for stack s")
        try await world.run("SignalResource", Self.input("a", "FAILURE"))
        #expect(try await world.settled("s")["StackStatus"] == "ROLLBACK_COMPLETE")
        #expect(try await world.reasons("s").contains("Received FAILURE signal with UniqueId a"))
    }

    @Test(arguments: ["15", "PT", "PT0S", "PT13H", "PT1M1H", "P1D"])
    func spansThatAreNoneAreRefused(text: String) async throws {
        try await create(["Timeout": .string(text)])
        #expect(try await world.settled("s")["StackStatus"] == "ROLLBACK_COMPLETE")
    }
}
