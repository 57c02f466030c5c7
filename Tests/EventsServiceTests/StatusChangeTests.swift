import EventsService
import JSONTree
import ResourceNames
import StorageContract
import Testing

@Suite struct StatusChangeTests {
    @Test func onlyRulesThatMayMatchAreListenedFor() async throws {
        let world = try EventWorld()
        #expect(!world.events.isStatusWatched)
        try await world.run("CreateEventBus", ["Name": "own"])
        try await world.rule(named: "mine")
        try await world.rule(named: "elsewhere", pattern: #"{"source":["aws.states"]}"#, bus: "own")
        #expect(!world.events.isStatusWatched)
        try await world.rule(named: "states", pattern: #"{"source":["aws.states"],"detail":{"status":["FAILED"]}}"#)
        #expect(world.events.isStatusWatched)
        try world.restart()
        #expect(world.events.isStatusWatched)
        try await world.run("DisableRule", ["Name": "states"])
        #expect(!world.events.isStatusWatched)
    }

    @Test func aStatusChangeIsDeliveredEvenWhenTheProcessDiesBetween() async throws {
        let world = try EventWorld(isWorking: false)
        let queue = try await world.queue("q")
        try await world.rule(
            pattern: #"{"detail-type":["Step Functions Execution Status Change"],"detail":{"status":["FAILED"]}}"#,
            ["Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:q"])
        let execution = try #require(ExecutionARN("arn:aws:states:us-east-1:000000000000:execution:m:e"))
        for status in ["RUNNING", "FAILED"] {
            let write = world.events.statusChange(of: execution, detail: ["status": .string(status)])
            try await world.store.commit([write])
        }
        try world.restart()
        let event = try JSON.parse(try await world.bodies(queue, count: 1).first ?? "")
        #expect(event["source"] == "aws.states")
        #expect(event["resources"] == [.string(execution.text)])
        #expect(event["detail"] == ["status": "FAILED"])
        #expect(try await world.bodies(queue).isEmpty)
    }
}
