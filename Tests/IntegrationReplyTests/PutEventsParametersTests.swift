import EventsIntegration
import JSONTree
import Testing

@testable import NewelPluginKit

@Suite struct PutEventsParametersTests {
    private let machine = "arn:aws:states:us-east-1:000000000000:stateMachine:m"
    private let execution = "arn:aws:states:us-east-1:000000000000:execution:m:e"

    @Test func detailsAreSerialisedAndResourcesTellWhoAsks() throws {
        let input = try PutEventsParameters.input(
            [
                "Entries": [
                    ["Source": "s", "Detail": ["a": [1]]], ["Source": "s", "Detail": "{}", "Resources": ["mine"]],
                ]
            ], execution: execution)
        let own: [JSON] = [.string(machine), .string(execution)]
        #expect(
            input == [
                "Entries": [
                    ["Source": "s", "Detail": #"{"a":[1]}"#, "Resources": .array(own)],
                    ["Source": "s", "Detail": "{}", "Resources": .array(["mine"] + own)],
                ]
            ])
    }

    @Test func otherParametersAreRefused() {
        #expect(throws: PluginError.self) {
            try PutEventsParameters.input(["Entries": [], "EndpointId": "x"], execution: execution)
        }
    }

    @Test func anEntryThatFailedFailsTheTaskWithTheWholeAnswer() {
        let output: JSON = [
            "FailedEntryCount": 1, "Entries": [["EventId": "1"], ["ErrorCode": "MalformedDetail"]],
        ]
        let error = PutEventsParameters.failedEntry(output)
        #expect(error == PluginError("EventBridge.FailedEntry", output.text))
        #expect(PutEventsParameters.failedEntry(["FailedEntryCount": 0, "Entries": []]) == nil)
    }

    @Test func otherErrorsAreNamedAfterTheService() {
        var error = APIError(status: 0)
        (error.code, error.message, error.status, error.requestID) = ("ValidationException", "no", 400, "r")
        #expect(
            PutEventsParameters.failure(error)
                == PluginError(
                    "EventBridge.ValidationException",
                    "no (Service: AmazonEventBridge; Status Code: 400; Error Code: ValidationException; Request ID: r; Proxy: null)"
                ))
    }
}
