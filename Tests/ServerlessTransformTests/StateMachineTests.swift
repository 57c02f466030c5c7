import JSONTree
import Testing

@Suite struct StateMachineTests {
    private func machine(_ properties: String, attributes: String = "") -> String {
        let outside = attributes.isEmpty ? "" : "," + attributes
        return #""M":{"Type":"AWS::Serverless::StateMachine","Properties":{\#(properties)}\#(outside)}"#
    }

    private let definition = #""Definition":{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}"#

    @Test func whatADefinitionRefersToBecomesASubstitution() throws {
        let made = try TransformCase(
            machine(
                #""Definition":{"States":{"B":{"Resource":{"Fn::GetAtt":["F","Arn"]}},"A":{"Q":{"Ref":"Q"}}},"StartAt":"A"},"DefinitionSubstitutions":{"X":"y"}"#
            ))
        #expect(
            made["M"]["DefinitionSubstitutions"] == [
                "X": "y", "definition_substitution_1": ["Ref": "Q"],
                "definition_substitution_2": ["Fn::GetAtt": ["F", "Arn"]],
            ])
        let lines = made["M"]["DefinitionString"]?["Fn::Join"]
        #expect(lines?[0] == "\n")
        let text = lines?[1]?.arrayValue?.compactMap(\.stringValue).joined(separator: "\n") ?? ""
        #expect(text.hasPrefix("{\n    \"StartAt\": \"A\",\n    \"States\": {\n        \"A\": {"))
        #expect(
            try JSON.parse(text) == [
                "StartAt": "A",
                "States": [
                    "A": ["Q": "${definition_substitution_1}"], "B": ["Resource": "${definition_substitution_2}"],
                ],
            ])
    }

    @Test func itsRoleIsForStepFunctions() throws {
        let made = try TransformCase(
            machine(
                definition + #","Policies":[{"LambdaInvokePolicy":{"FunctionName":"f"}}],"Tracing":{"Enabled":true}"#))
        #expect(made.ids == ["M", "MRole"])
        #expect(made["M"]["RoleArn"] == ["Fn::GetAtt": ["MRole", "Arn"]])
        #expect(made["M"]["Tags"] == [["Key": "stateMachine:createdBy", "Value": "SAM"]])
        #expect(
            made["MRole"]["AssumeRolePolicyDocument"]?["Statement"]?[0]?["Principal"]
                == ["Service": ["states.amazonaws.com"]])
        #expect(made["MRole"]["ManagedPolicyArns"] == ["arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess"])
        #expect(
            made["MRole"]["Policies"]?[0]?["PolicyDocument"]?["Statement"]?[0]?["Action"] == ["lambda:InvokeFunction"])
    }

    @Test func aDefinitionInABucketIsLeftThere() throws {
        let made = try TransformCase(machine(#""DefinitionUri":"s3://b/d.json?versionId=3","Role":"arn:r""#))
        #expect(made["M"]["DefinitionS3Location"] == ["Bucket": "b", "Key": "d.json", "Version": "3"])
        #expect(made.ids == ["M"])
    }

    @Test func anEventStartsTheAliasWithARoleOfItsOwn() throws {
        let made = try TransformCase(
            machine(
                definition
                    + #","Role":"r","AutoPublishAlias":"live","UseAliasAsEventTarget":true,"Events":{"E":{"Type":"Schedule","Properties":{"Schedule":"rate(1 day)"}}}"#
            ))
        #expect(made.ids == ["M", "MAliaslive", "ME", "MERole", "MVersion"])
        #expect(made.resource("MVersion")["UpdateReplacePolicy"] == "Retain")
        #expect(
            made["MAliaslive"]["DeploymentPreference"]
                == ["Type": "ALL_AT_ONCE", "StateMachineVersionArn": ["Ref": "MVersion"]])
        #expect(
            made["ME"]["Targets"] == [
                [
                    "Arn": ["Ref": "MAliaslive"], "Id": "MEStepFunctionsTarget",
                    "RoleArn": ["Fn::GetAtt": ["MERole", "Arn"]],
                ]
            ])
        #expect(made["MERole"]["Policies"]?[0]?["PolicyName"] == "MERoleStartExecutionPolicy")
    }

    @Test(arguments: [
        (#""Name":"x""#, "Either 'Definition' or 'DefinitionUri' property must be specified."),
        (
            #""DefinitionUri":"d.json""#,
            "'DefinitionUri' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter."
        ),
        (
            #""DefinitionUri":"s3://b/k","Role":"r","Policies":"AWSLambdaRole""#,
            "Specify either 'Role' or 'Policies' (but not both at the same time) or neither of them"
        ),
        (
            #""DefinitionUri":"s3://b/k","UseAliasAsEventTarget":true"#,
            "'UseAliasAsEventTarget' requires 'AutoPublishAlias' property to be specified."
        ),
    ])
    func whatIsWrongIsSaid(properties: String, problem: String) throws {
        #expect(try TransformCase(machine(properties)).problems == ["Resource with id [M] is invalid. \(problem)"])
    }
}
