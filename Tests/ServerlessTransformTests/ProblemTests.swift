import JSONTree
import ResourceNames
import ServerlessTransform
import Testing

@Suite struct ProblemTests {
    @Test func everyResourceThatIsWrongIsNamed() throws {
        let made = try TransformCase(
            TransformCase.function("G", #""Bar":1"#) + "," + TransformCase.function("F", #""Foo":1"#) + ","
                + TransformCase.function("H") + #","T":{"Type":"AWS::Serverless::SimpleTable"}"#)
        #expect(
            made.problems == [
                "Resource with id [F] is invalid. property Foo not defined for resource of type AWS::Serverless::Function",
                "Resource with id [G] is invalid. property Bar not defined for resource of type AWS::Serverless::Function",
                "Resource with id [T] is invalid. AWS::Serverless::SimpleTable is not supported: DynamoDB is not served here. Make the "
                    + "table where it is, and give its name as a parameter.",
            ])
    }

    @Test func theMessageIsTheOneOfCloudFormation() throws {
        let territory = Territory(account: "000000000000", region: "us-east-1")
        #expect {
            try ServerlessTransform.expand([:], parameters: [:], territory: territory)
        } throws: { error in
            (error as? TransformError)?.message
                == "Invalid Serverless Application Specification document. Number of errors found: 1. Structure of the SAM template is "
                + "invalid. 'Resources' section is required"
        }
    }

    @Test(arguments: ["Api", "HttpApi", "WebSocketApi", "LayerVersion", "Application", "GraphQLApi", "SimpleTable"])
    func typesThatAreNotServedAreRefusedByName(type: String) throws {
        let problems = try TransformCase(#""X":{"Type":"AWS::Serverless::\#(type)"}"#).problems
        #expect(problems.count == 1)
        #expect(
            problems.first?.hasPrefix("Resource with id [X] is invalid. AWS::Serverless::\(type) is not supported: ")
                == true)
    }

    @Test(arguments: [
        (#""Role":3"#, "Property 'Role' should be a string."),
        (#""Events":[]"#, "Type of property 'Events' is invalid."),
        (#""Environment":"x""#, "Type of property 'Environment' is invalid."),
        (#""Runtime":null"#, "Runtime and Handler needs to be present when PackageType is of type `Zip`"),
        (#""CodeUri":{"Bucket":"x"}"#, "'CodeUri' requires Bucket and Key properties to be specified."),
        (
            #""Tags":{"lambda:createdBy":"me"}"#,
            "lambda:createdBy is a reserved Tag key name and cannot be set on your resource. Please change the tag key in the input."
        ), (#""DeadLetterQueue":{"Type":"X","TargetArn":"a"}"#, "'DeadLetterQueue' requires Type of ['SQS', 'SNS']"),
        (
            #""Policies":[{"SQSPollerPolicy":{}}]"#,
            "Following required parameters of template 'SQSPollerPolicy' don't have values: ['QueueName']"
        ), (#""Policies":[{"NopePolicy":{}}]"#, "Policy at index 0 in the 'Policies' property is not valid"),
        (
            #""AutoPublishAlias":"live","DeploymentPreference":{"Type":"Canary10Percent5Minutes"}"#,
            "'DeploymentPreference' is not supported but for Type AllAtOnce without Hooks and Alarms: CodeDeploy is not served here."
        ), (#""FunctionUrlConfig":{"AuthType":"NONE","Cors":{"MaxAge":"x"}}"#, "MaxAge must be of type int."),
    ])
    func whatIsWrongWithAFunctionIsSaid(properties: String, problem: String) throws {
        #expect(
            try TransformCase(TransformCase.function("F", properties)).problems == [
                "Resource with id [F] is invalid. \(problem)"
            ])
    }

    @Test func anIDThatIsTakenIsNotTakenAgain() throws {
        let made = try TransformCase(TransformCase.function("F") + #","FRole":{"Type":"AWS::SQS::Queue"}"#)
        #expect(
            made.problems == [
                "Transforming resource with id [F] attempts to create a new resource with id [FRole] and type \"AWS::IAM::Role\". A "
                    + "resource with that id already exists within this template. Please use a different id for that resource."
            ])
    }

    @Test func otherTransformsAndPlainResourcesStay() throws {
        let template: JSON = [
            "Transform": ["AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"],
            "Resources": ["Q": ["Type": "AWS::SQS::Queue"]],
        ]
        #expect(ServerlessTransform.isAsked(by: template))
        let territory = Territory(account: "000000000000", region: "us-east-1")
        let output = try ServerlessTransform.expand(template, parameters: [:], territory: territory)
        #expect(
            output == ["Transform": ["AWS::LanguageExtensions"], "Resources": ["Q": ["Type": "AWS::SQS::Queue"]]])
    }
}
