/// Definitions written for these tests.
enum OwnDefinitions {
    /// All state types with most of their fields.
    static let everything = """
        {
          "Comment": "all types", "Version": "1.0", "TimeoutSeconds": 3600, "QueryLanguage": "JSONPath", "StartAt": "Check",
          "States": {
            "Check": {
              "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "InputPath": "$.order",
              "Parameters": {"QueueUrl.$": "$.url", "MessageBody": {"Token.$": "$$.Task.Token", "Text.$": "States.Format('{}', $.id)"}},
              "ResultSelector": {"id.$": "$.Id"}, "ResultPath": "$.answer", "OutputPath": "$.answer", "TimeoutSecondsPath": "$.limit",
              "HeartbeatSeconds": 60, "Credentials": {"RoleArn.$": "$.role"}, "Assign": {"count": 1, "last.$": "$.Id"},
              "Retry": [
                {"ErrorEquals": ["Busy", "States.Timeout"], "IntervalSeconds": 2, "MaxAttempts": 5, "BackoffRate": 1.5,
                 "MaxDelaySeconds": 60, "JitterStrategy": "FULL"},
                {"ErrorEquals": ["States.ALL"]}
              ],
              "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Failed", "Assign": {"broken": true}}],
              "Next": "Which?"
            },
            "Which?": {
              "Type": "Choice",
              "Choices": [
                {"And": [{"Variable": "$.n", "NumericGreaterThan": 1.5}, {"Not": {"Variable": "$.s", "StringMatches": "a*"}}], "Next": "Each"},
                {"Or": [{"Variable": "$.t", "TimestampLessThanEqualsPath": "$.u"}, {"Variable": "$last", "IsPresent": true}], "Next": "Both",
                 "Assign": {"way": "both"}}
              ],
              "Default": "Pause"
            },
            "Pause": {"Type": "Wait", "Timestamp": "2030-01-01T00:00:00Z", "Next": "Done"},
            "Both": {
              "Type": "Parallel", "ResultPath": null, "Next": "Done",
              "Branches": [
                {"StartAt": "Left", "States": {"Left": {"Type": "Pass", "Result": {"a": [1, 2]}, "ResultPath": "$.x[0].y", "End": true}}},
                {"StartAt": "Right", "States": {"Right": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f:live", "End": true}}}
              ]
            },
            "Each": {
              "Type": "Map", "ItemsPath": "$.items", "ItemSelector": {"value.$": "$$.Map.Item.Value"}, "MaxConcurrency": 3, "Label": "each",
              "ToleratedFailurePercentage": 0.5, "ToleratedFailureCountPath": "$.few",
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key.$": "$.key"},
                "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a", "b"], "CSVDelimiter": "TAB", "MaxItemsPath": "$.max"}},
              "ItemBatcher": {"MaxItemsPerBatch": 10, "MaxInputBytesPerBatchPath": "$.bytes", "BatchInput": {"k.$": "$.k"}},
              "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"},
                "WriterConfig": {"OutputType": "JSONL", "Transformation": "FLATTEN"}},
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "One",
                "States": {"One": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:look", "End": true}}
              },
              "Next": "Done"
            },
            "Failed": {"Type": "Fail", "ErrorPath": "$.error.Error", "CausePath": "States.JsonToString($.error)"},
            "Done": {"Type": "Succeed"}
          }
        }
        """

    /// A machine of one state, with the rest of its fields as JSON text.
    static func single(_ fields: String) -> String { "{\"StartAt\":\"A\",\"States\":{\"A\":{\(fields)}}}" }
}
