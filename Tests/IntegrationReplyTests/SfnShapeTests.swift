import JSONTree
import NewelPluginKit
import SfnSDKIntegration
import Testing

/// Names between a Task state and Step Functions' own API.
struct SfnShapeTests {
    @Test func namesLoseAndGainTheirCapital() {
        let input: JSON = [
            "StateMachineArn": "a", "Input": .null, "Tags": [["Key": "K", "Value": "V"]],
        ]
        #expect(SfnShape.input(input) == ["stateMachineArn": "a", "tags": [["key": "K", "value": "V"]]])
        let output: JSON = [
            "taskToken": .null, "startDate": 1_700_000_000.5, "activities": [["name": "n", "creationDate": 0]],
            "$metadata": ["status": 200], "variableReferences": ["state": ["v"]],
        ]
        #expect(
            SfnShape.output(output) == [
                "StartDate": "2023-11-14T22:13:20.500Z",
                "Activities": [["Name": "n", "CreationDate": "1970-01-01T00:00:00.000Z"]],
                "VariableReferences": ["state": ["v"]],
            ])
    }
}
