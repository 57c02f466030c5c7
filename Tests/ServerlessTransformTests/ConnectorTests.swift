import JSONTree
import Testing

@Suite struct ConnectorTests {
    private let ends =
        TransformCase.function("F") + #","Q":{"Type":"AWS::SQS::Queue"},"T":{"Type":"AWS::SNS::Topic"},"#
        + #""M":{"Type":"AWS::Serverless::StateMachine","Properties":{"DefinitionUri":"s3://b/k"}},"#

    private func connector(_ source: String, _ destination: String, _ permissions: String) -> String {
        #""C":{"Type":"AWS::Serverless::Connector","Properties":{"Source":{"Id":"\#(source)"},"Destination":\#(destination),"Permissions":[\#(permissions)]}}"#
    }

    @Test func aFunctionMayUseAQueue() throws {
        let made = try TransformCase(ends + connector("F", #"{"Id":"Q"}"#, #""Write""#))
        #expect(made.resource("CPolicy")["Type"] == "AWS::IAM::ManagedPolicy")
        #expect(made["CPolicy"]["Roles"] == [["Ref": "FRole"]])
        #expect(
            made["CPolicy"]["PolicyDocument"]?["Statement"] == [
                [
                    "Effect": "Allow",
                    "Action": [
                        "sqs:DeleteMessage", "sqs:SendMessage", "sqs:ChangeMessageVisibility", "sqs:PurgeQueue",
                    ], "Resource": [["Fn::GetAtt": ["Q", "Arn"]]],
                ]
            ])
        #expect(
            made.resource("CPolicy")["Metadata"]?["aws:sam:connectors"]?["C"] == [
                "Source": ["Type": "AWS::Serverless::Function"], "Destination": ["Type": "AWS::SQS::Queue"],
            ])
    }

    @Test func eachDestinationGetsWhatItNeeds() throws {
        let made = try TransformCase(ends + connector("T", #"[{"Id":"Q"},{"Id":"F"}]"#, #""Write""#))
        #expect(made["CQueuePolicyDestination0"]["Queues"] == [["Ref": "Q"]])
        #expect(
            made["CWriteLambdaPermissionDestination1"] == [
                "Action": "lambda:InvokeFunction", "Principal": "sns.amazonaws.com", "SourceArn": ["Ref": "T"],
                "FunctionName": ["Fn::GetAtt": ["F", "Arn"]],
            ])
    }

    @Test func partsOfARNsAreFilledIn() throws {
        let made = try TransformCase(ends + connector("F", #"{"Id":"M"}"#, #""Write""#))
        #expect(
            made["CPolicy"]["PolicyDocument"]?["Statement"]?[1]?["Resource"]?[0] == [
                "Fn::Sub": [
                    "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${DestinationName}:*",
                    ["DestinationName": ["Fn::GetAtt": ["M", "Name"]]],
                ]
            ])
    }

    @Test func aMappingWaitsForTheRightToReadItsQueue() throws {
        let made = try TransformCase(
            TransformCase.function(
                "F", #""Events":{"E":{"Type":"SQS","Properties":{"Queue":{"Fn::GetAtt":["Q","Arn"]}}}}"#)
                + #","Q":{"Type":"AWS::SQS::Queue"},"# + connector("Q", #"{"Id":"F"}"#, #""Read","Write""#))
        #expect(made.resource("FE")["DependsOn"] == ["CPolicy"])
    }

    @Test func whoWaitsForTheConnectorWaitsForWhatItBecame() throws {
        let made = try TransformCase(
            ends + #""W":{"Type":"AWS::SQS::Queue","DependsOn":["Q","C"]},"#
                + connector("F", #"{"Id":"Q"}"#, #""Write""#))
        #expect(made.resource("W")["DependsOn"] == ["CPolicy", "Q"])
    }

    @Test func aConnectorMayStandInItsSource() throws {
        let made = try TransformCase(
            TransformCase.function(
                "F", "",
                attributes: #""Connectors":{"ToQ":{"Properties":{"Destination":{"Id":"Q"},"Permissions":["Write"]}}}"#)
                + #","Q":{"Type":"AWS::SQS::Queue"}"#)
        #expect(made.ids == ["F", "FRole", "FToQPolicy", "Q"])
        #expect(made.resource("F")["Connectors"] == nil)
    }

    @Test(arguments: [
        (
            "Q", #"{"Id":"F"}"#, #""Read""#,
            "Unsupported 'Permissions' provided for connector from AWS::SQS::Queue to AWS::Lambda::Function; valid combinations are: "
                + "Read + Write."
        ),
        (
            "F", #"{"Id":"Q"}"#, "",
            "'Permissions' cannot be empty; valid values are: Read, Write."
        ),
        ("F", #"{"Id":"X"}"#, #""Write""#, "Unable to find resource with logical ID 'X'."),
        (
            "Q", #"{"Id":"T"}"#, #""Write""#,
            "Unable to create connector from AWS::SQS::Queue to AWS::SNS::Topic; it's not supported or the template is invalid."
        ),
    ])
    func whatCannotBeConnectedIsSaid(source: String, destination: String, permissions: String, problem: String) throws {
        let made = try TransformCase(ends + connector(source, destination, permissions))
        #expect(made.problems == ["Resource with id [C] is invalid. \(problem)"])
    }
}
