import ExecutionHistory
import Foundation
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// A machine like AWS's sample "Orchestrate Lambda functions": five functions, an approval by token, a notification.
struct SampleTests {
    private static func machine() -> String {
        let function = "arn:aws:lambda:us-east-1:111111111111:function"
        return #"""
            {"StartAt":"Check Stock Price","States":{
              "Check Stock Price":{"Type":"Task","Resource":"\#(function):Check","Next":"Generate Buy/Sell recommendation"},
              "Generate Buy/Sell recommendation":{"Type":"Task","Resource":"\#(function):Generate","ResultPath":"$.recommended_type",
                "Next":"Request Human Approval"},
              "Request Human Approval":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","ResultPath":null,
                "Parameters":{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/111111111111/approvals",
                  "MessageBody":{"Input.$":"$","TaskToken.$":"$$.Task.Token"}},"Next":"Buy or Sell?"},
              "Buy or Sell?":{"Type":"Choice","Choices":[{"Variable":"$.recommended_type","StringEquals":"buy","Next":"Buy Stock"},
                {"Variable":"$.recommended_type","StringEquals":"sell","Next":"Sell Stock"}]},
              "Buy Stock":{"Type":"Task","Resource":"\#(function):Buy","Next":"Report Result"},
              "Sell Stock":{"Type":"Task","Resource":"\#(function):Sell","Next":"Report Result"},
              "Report Result":{"Type":"Task","Resource":"arn:aws:states:::sns:publish",
                "Parameters":{"TopicArn":"arn:aws:sns:us-east-1:111111111111:results","Message":{"Input.$":"$"}},"End":true}}}
            """#
    }

    private static func answer(_ task: TaskDispatch, price: Int64) -> Interpretation.Outcome {
        func done(_ output: JSON) -> Interpretation.Outcome {
            .inputs([.taskSucceeded(task: task.task, output: Payload(output))])
        }
        switch task.stateName {
        case "Check Stock Price": return done(["stock_price": .integer(price)])
        case "Generate Buy/Sell recommendation": return done(.string(price > 50 ? "sell" : "buy"))
        case "Request Human Approval":
            return .inputs([
                .submitted(task: task.task, output: Payload(["MessageId": "m"])),
                .tokenAnswered(task: task.task, answer: .success(Payload("approved"))),
            ])
        case "Report Result": return done(["MessageId": "n"])
        default:
            return done(["type": .string(task.stateName == "Buy Stock" ? "buy" : "sell"), "price": .string("\(price)")])
        }
    }

    @Test(arguments: [(37, "buy"), (50, "buy"), (51, "sell")])
    func runsAsOnAWS(price: Int64, kind: String) throws {
        var run = try Interpretation(Self.machine()) { Self.answer($0, price: price) }
        run.run()
        let function = [
            "TaskStateEntered", "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded",
            "TaskStateExited",
        ]
        #expect(
            try run.types
                == ["ExecutionStarted"] + function + function + [
                    "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded",
                    "TaskStateExited", "ChoiceStateEntered",
                    "ChoiceStateExited",
                ] + function + [
                    "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited",
                    "ExecutionSucceeded",
                ])
        #expect(try run.history.allSatisfy { $0.previousEventID == ($0.id <= 2 ? 0 : $0.id - 1) })
        #expect(run.output == ["MessageId": "n"])
        let choice = try #require(run.history.first { $0.type == .choiceStateEntered }).json()[
            "stateEnteredEventDetails"]?["input"]
        #expect(choice?.stringValue == #"{"stock_price":\#(price),"recommended_type":"\#(kind)"}"#)
        #expect(run.records.count == 7)
    }
}
