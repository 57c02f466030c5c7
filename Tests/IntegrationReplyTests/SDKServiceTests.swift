import JSONTree
import Testing

@testable import AWSSDKIntegration

/// Names between a Task state and a service's own API.
struct SDKServiceTests {
    @Test func namesLoseAndGainTheirCapital() throws {
        let stepFunctions = try #require(SDKService("sfn"))
        let input: JSON = ["StateMachineArn": "a", "Input": .null, "Tags": [["Key": "K", "Value": "V"]]]
        #expect(stepFunctions.input(input) == ["stateMachineArn": "a", "tags": [["key": "K", "value": "V"]]])
        let output: JSON = [
            "taskToken": .null, "startDate": 1_700_000_000.5, "activities": [["name": "n", "creationDate": 0]],
            "variableReferences": ["state": ["v"]],
        ]
        #expect(
            stepFunctions.output(output) == [
                "StartDate": "2023-11-14T22:13:20.500Z",
                "Activities": [["Name": "n", "CreationDate": "1970-01-01T00:00:00.000Z"]],
                "VariableReferences": ["state": ["v"]],
            ])
    }

    @Test func attributesOfAQueueKeepTheirNames() throws {
        let queues = try #require(SDKService("sqs"))
        let input: JSON = ["QueueName": "q", "Attributes": ["VisibilityTimeout": "5"], "Timestamp": 5]
        #expect(queues.input(input) == input)
        #expect(queues.output(["Messages": [["MessageId": "m"]]]) == ["Messages": [["MessageId": "m"]]])
    }

    @Test func aForwardedServiceNamesItsRepliesByItsShapes() {
        let service = SDKService(name: "x", title: "X", hasSmallNames: true) { reply, action in
            action == "Known" ? ["Seen": reply] : nil
        }
        #expect(service.output(["a": 1], of: "Known") == ["Seen": ["a": 1]])
        #expect(service.output(["a": 1], of: "Unknown") == ["A": 1])
    }

    @Test func instantsOfEventBridgeAreTextsAndThoseOfLogsNumbers() throws {
        let events = try #require(SDKService("eventbridge"))
        #expect(events.output(["CreationTime": 1]) == ["CreationTime": "1970-01-01T00:00:01.000Z"])
        let logs = try #require(SDKService("cloudwatchlogs"))
        #expect(logs.output(["creationTime": 1]) == ["CreationTime": 1])
    }

    @Test func whatIsNotServedIsNotFound() { #expect(SDKService("glue") == nil) }
}
