import ExecutionHistory
import JSONTree
import ResourceNames
import Testing

/// Events as `GetExecutionHistory` shows them: types and members of the Step Functions API.
struct HistoryEventTests {
    private static let data = Payload(["k": 1])
    private static let error = StatesError("Name", cause: "Why")

    private static func event(includesData: Bool = true, _ write: (inout RecordWriter) -> Void) throws -> JSON {
        var writer = RecordWriter(
            RecordHeader(semantics: 1, time: Timestamp(milliseconds: 1_500), seed: 0, firstEventID: 1))
        write(&writer)
        return try #require(try RecordReader(writer.finish()).events().first).json(includesData: includesData)
    }

    @Test func frameHasTimeTypeAndNumbers() throws {
        let event = try Self.event { $0.plain(.parallelStateStarted, previous: 4) }
        #expect(event == ["timestamp": 1.5, "type": "ParallelStateStarted", "id": 1, "previousEventId": 4])
    }

    @Test func executionStarted() throws {
        let details = try Self.event { $0.executionStarted(input: Self.data, roleARN: "r") }[
            "executionStartedEventDetails"]
        #expect(details == ["input": "{\"k\":1}", "inputDetails": ["truncated": false], "roleArn": "r"])
    }

    @Test func taskScheduled() throws {
        let details = try Self.event {
            _ = $0.taskScheduled(
                previous: 2, resourceType: "sqs", resource: "sendMessage.waitForTaskToken", region: "eu-west-1",
                parameters: Self.data,
                timeoutSeconds: 600, heartbeatSeconds: 5, credentialsRoleARN: "role")
        }["taskScheduledEventDetails"]
        #expect(
            details == [
                "resourceType": "sqs", "resource": "sendMessage.waitForTaskToken", "region": "eu-west-1",
                "parameters": "{\"k\":1}",
                "timeoutInSeconds": 600, "heartbeatInSeconds": 5, "taskCredentials": ["roleArn": "role"],
            ])
    }

    @Test(arguments: [HistoryEventType.taskFailed, .taskStartFailed, .taskSubmitFailed, .taskTimedOut])
    func taskFailures(type: HistoryEventType) throws {
        let event = try Self.event {
            _ = $0.taskFailure(type, previous: 3, resourceType: "t", resource: "r", error: Self.error)
        }
        #expect(event["type"]?.stringValue == type.name)
        let member = type.name.prefix(1).lowercased() + type.name.dropFirst() + "EventDetails"
        #expect(event[member] == ["resourceType": "t", "resource": "r", "error": "Name", "cause": "Why"])
    }

    @Test func lambdaFunctionScheduled() throws {
        let details = try Self.event {
            _ = $0.lambdaFunctionScheduled(
                previous: 2, resource: "f", input: Self.data, timeoutSeconds: nil, credentialsRoleARN: nil)
        }["lambdaFunctionScheduledEventDetails"]
        #expect(details == ["resource": "f", "input": "{\"k\":1}", "inputDetails": ["truncated": false]])
    }

    @Test func errorsWithoutNameOrCauseShowNeither() throws {
        let event = try Self.event { $0.failure(.executionFailed, previous: 2, error: StatesError(nil, cause: nil)) }
        #expect(event["executionFailedEventDetails"] == .emptyObject)
    }

    @Test func executionDataIsLeftOutOnRequest() throws {
        let event = try Self.event(includesData: false) {
            _ = $0.stateEntered(.taskStateEntered, previous: 0, name: "A", input: Self.data)
        }
        #expect(event["stateEnteredEventDetails"] == ["name": "A"])
    }

    @Test func mapEvents() throws {
        let started = try Self.event { _ = $0.mapStateStarted(previous: 2, length: 3) }
        #expect(started["mapStateStartedEventDetails"] == ["length": 3])
        let iteration = try Self.event { _ = $0.mapIteration(.mapIterationAborted, previous: 2, name: "M", index: 1) }
        #expect(iteration["mapIterationAbortedEventDetails"] == ["name": "M", "index": 1])
    }

    @Test func activityEvents() throws {
        let scheduled = try Self.event {
            _ = $0.activityScheduled(
                previous: 2, resource: "a", input: Self.data, timeoutSeconds: 5, heartbeatSeconds: nil)
        }
        #expect(
            scheduled["activityScheduledEventDetails"]
                == ["resource": "a", "input": "{\"k\":1}", "inputDetails": ["truncated": false], "timeoutInSeconds": 5])
        let started = try Self.event { _ = $0.activityStarted(previous: 3, workerName: "w") }
        #expect(started["activityStartedEventDetails"] == ["workerName": "w"])
    }

    @Test func all62TypesHaveTheirOwnNameAndNumber() {
        #expect(HistoryEventType.allCases.count == 62)
        #expect(Set(HistoryEventType.allCases.map(\.name)).count == 62)
        for type in HistoryEventType.allCases {
            let own = "\(type)"
            #expect(own.prefix(1).uppercased() + own.dropFirst() == type.name)
        }
    }
}
