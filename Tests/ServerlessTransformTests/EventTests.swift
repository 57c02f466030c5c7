import JSONTree
import Testing

@Suite struct EventTests {
    private let queue = #""Q":{"Type":"AWS::SQS::Queue"}"#

    private func function(_ event: String, _ more: String = "") -> String {
        TransformCase.function("F", #""Events":{"E":\#(event)}\#(more)"#)
    }

    @Test func aQueueBecomesAMappingAndARight() throws {
        let made = try TransformCase(
            function(
                #"{"Type":"SQS","Properties":{"Queue":{"Fn::GetAtt":["Q","Arn"]},"BatchSize":5,"FunctionResponseTypes":["ReportBatchItemFailures"]}}"#
            ) + "," + queue)
        #expect(made.resource("FE")["Type"] == "AWS::Lambda::EventSourceMapping")
        #expect(
            made["FE"] == [
                "FunctionName": ["Ref": "F"], "EventSourceArn": ["Fn::GetAtt": ["Q", "Arn"]], "BatchSize": 5,
                "FunctionResponseTypes": ["ReportBatchItemFailures"],
            ])
        #expect(
            made["FRole"]["ManagedPolicyArns"]?[1]
                == "arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole")
    }

    @Test func anAliasIsWhatEventsCall() throws {
        let made = try TransformCase(
            function(#"{"Type":"SNS","Properties":{"Topic":{"Ref":"T"}}}"#, #","AutoPublishAlias":"live""#)
                + #","T":{"Type":"AWS::SNS::Topic"}"#)
        #expect(
            made["FE"] == ["Endpoint": ["Ref": "FAliaslive"], "Protocol": "lambda", "TopicArn": ["Ref": "T"]])
        #expect(
            made["FEPermission"] == [
                "Action": "lambda:InvokeFunction", "FunctionName": ["Ref": "FAliaslive"],
                "Principal": "sns.amazonaws.com", "SourceArn": ["Ref": "T"],
            ])
    }

    @Test func aTopicReachesTheFunctionThroughAQueueOfItsOwn() throws {
        let made = try TransformCase(
            function(#"{"Type":"SNS","Properties":{"Topic":{"Ref":"T"},"SqsSubscription":true}}"#)
                + #","T":{"Type":"AWS::SNS::Topic","Properties":{"FifoTopic":true}}"#)
        #expect(made.ids == ["F", "FE", "FEEventSourceMapping", "FEQueue", "FEQueuePolicy", "FRole", "T"])
        #expect(made["FEQueue"] == ["FifoQueue": true])
        #expect(made["FEEventSourceMapping"]["BatchSize"] == 10)
        #expect(
            made["FEQueuePolicy"]["PolicyDocument"]?["Statement"]?[0]?["Condition"]
                == ["ArnEquals": ["aws:SourceArn": ["Ref": "T"]]])
    }

    @Test func aScheduleIsARuleWithAQueueForWhatIsLost() throws {
        let made = try TransformCase(
            function(
                #"{"Type":"Schedule","Properties":{"Schedule":"rate(1 day)","Enabled":false,"Input":"{}","DeadLetterConfig":{"Type":"SQS"}}}"#
            ))
        #expect(made.ids == ["F", "FE", "FEPermission", "FEQueue", "FEQueuePolicy", "FRole"])
        #expect(made["FE"]["State"] == "DISABLED")
        #expect(
            made["FE"]["Targets"] == [
                [
                    "Arn": ["Fn::GetAtt": ["F", "Arn"]], "Id": "FELambdaTarget", "Input": "{}",
                    "DeadLetterConfig": ["Arn": ["Fn::GetAtt": ["FEQueue", "Arn"]]],
                ]
            ])
        #expect(made["FEPermission"]["SourceArn"] == ["Fn::GetAtt": ["FE", "Arn"]])
    }

    @Test func aBucketTellsTheFunctionAndWaitsForItsPermission() throws {
        let made = try TransformCase(
            function(#"{"Type":"S3","Properties":{"Bucket":{"Ref":"B"},"Events":["s3:ObjectCreated:*"]}}"#)
                + #","B":{"Type":"AWS::S3::Bucket","DependsOn":"Q"},"# + queue)
        #expect(made.resource("B")["DependsOn"] == ["Q", "FEPermission"])
        #expect(
            made["B"]["NotificationConfiguration"]?["LambdaConfigurations"] == [
                ["Function": ["Fn::GetAtt": ["F", "Arn"]], "Event": "s3:ObjectCreated:*"]
            ])
        #expect(made["FEPermission"]["SourceAccount"] == ["Ref": "AWS::AccountId"])
    }

    @Test func theConditionOfAFunctionIsThatOfItsEvents() throws {
        let made = try TransformCase(
            TransformCase.function(
                "F", #""Events":{"E":{"Type":"EventBridgeRule","Properties":{"Pattern":{"source":["a"]}}}}"#,
                attributes: #""Condition":"C""#), #""Conditions":{"C":{"Fn::Equals":["a","b"]}}"#)
        for id in ["F", "FRole", "FE", "FEPermission"] { #expect(made.resource(id)["Condition"] == "C") }
    }

    @Test(arguments: [
        (#"{"Type":"SQS"}"#, "Resource with id [FE] is invalid. Missing required property 'Queue'."),
        (
            #"{"Type":"SQS","Properties":{"Queue":"q","Foo":1}}"#,
            "Resource with id [FE] is invalid. property Foo not defined for resource of type SQS"
        ),
        (
            #"{"Type":"Nope"}"#,
            "Resource with id [F] is invalid. Event with id [E] is invalid. Resource dict has missing or invalid value for key Type. "
                + "Event Type is: Nope."
        ),
        (
            #"{"Type":"HttpApi"}"#,
            "Resource with id [F] is invalid. Event with id [E] is invalid. Events of type 'HttpApi' are not supported: API Gateway is "
                + "not served here. FunctionUrlConfig makes the function callable over HTTP."
        ),
        (
            #"{"Type":"S3","Properties":{"Bucket":"b","Events":"x"}}"#,
            "Resource with id [F] is invalid. Event with id [E] is invalid. S3 events must reference an S3 bucket in the same template."
        ),
    ])
    func anEventThatIsWrongIsNamed(event: String, problem: String) throws {
        #expect(try TransformCase(function(event)).problems == [problem])
    }
}
