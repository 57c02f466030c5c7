import JSONTree
import Testing

@testable import ServerlessTransform

@Suite struct FunctionTests {
    @Test func aFunctionGetsItsRoleAndSaysWhoMadeIt() throws {
        let made = try TransformCase(
            TransformCase.function(
                "F", #""Tags":{"team":"a"},"Timeout":9"#, attributes: #""DependsOn":"Q","Metadata":{"m":1}"#))
        #expect(made.ids == ["F", "FRole"])
        #expect(made.resource("F")["Type"] == "AWS::Lambda::Function")
        #expect(made.resource("F")["DependsOn"] == "Q")
        #expect(made.resource("F")["Metadata"] == ["m": 1])
        #expect(made["F"]["Code"] == ["S3Bucket": "code", "S3Key": "app.zip"])
        #expect(made["F"]["Role"] == ["Fn::GetAtt": ["FRole", "Arn"]])
        #expect(made["F"]["Timeout"] == 9)
        #expect(
            made["F"]["Tags"] == [["Key": "lambda:createdBy", "Value": "SAM"], ["Key": "team", "Value": "a"]])
        #expect(
            made["FRole"]["ManagedPolicyArns"]
                == ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"])
        #expect(
            made["FRole"]["AssumeRolePolicyDocument"]?["Statement"]?[0]?["Principal"]
                == ["Service": ["lambda.amazonaws.com"]])
        #expect(made.output["Transform"] == nil)
    }

    @Test(arguments: [
        (#""CodeUri":"s3://b/k?versionId=7""#, #"{"S3Bucket":"b","S3Key":"k","S3ObjectVersion":"7"}"#),
        (
            #""CodeUri":{"Bucket":"b","Key":{"Ref":"K"},"Version":"1"}"#,
            #"{"S3Bucket":"b","S3Key":{"Ref":"K"},"S3ObjectVersion":"1"}"#
        ),
        (#""CodeUri":null,"InlineCode":"x""#, #"{"ZipFile":"x"}"#),
        (
            #""CodeUri":null,"Runtime":null,"Handler":null,"PackageType":"Image","ImageUri":"plugin://orders""#,
            #"{"ImageUri":"plugin://orders"}"#
        ),
    ])
    func codeIsWhereItIsSaidToBe(properties: String, code: String) throws {
        #expect(try TransformCase(TransformCase.function("F", properties))["F"]["Code"] == JSON.parse(code))
    }

    @Test func aPathIsCodeOnlyForAFunctionThatGetsAPackage() throws {
        let path = #""CodeUri":"./src""#
        #expect(
            try TransformCase(TransformCase.function("F", path)).problems == [
                "Resource with id [F] is invalid. 'CodeUri' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId "
                    + "query parameter."
            ])
        #expect(try TransformCase(TransformCase.function("F", path), mapped: ["F"])["F"]["Code"] == "./src")
        let named = TransformCase.function("F", path, attributes: #""Metadata":{"Newel":{"Package":"p"}}"#)
        #expect(try TransformCase(named)["F"]["Code"] == "./src")
        let tagged = TransformCase.function("F", path + #","Tags":{"newel:package":"p"}"#)
        #expect(try TransformCase(tagged)["F"]["Code"] == "./src")
    }

    @Test func anotherCodeIsAnotherVersionBehindTheSameAlias() throws {
        let alias = TransformCase.function(
            "F", #""CodeUri":{"Bucket":{"Ref":"B"},"Key":"k"},"AutoPublishAlias":"live""#)
        let parameters = #""Parameters":{"B":{"Type":"String","Default":"one"}}"#
        let one = try TransformCase(alias, parameters)
        #expect(one.ids == ["F", "FAliaslive", "FRole", "FVersion150ca477de"])
        #expect(one.resource("FVersion150ca477de")["DeletionPolicy"] == "Retain")
        #expect(one["FAliaslive"]["FunctionVersion"] == ["Fn::GetAtt": ["FVersion150ca477de", "Version"]])
        #expect(try TransformCase(alias, parameters, parameters: ["B": "two"]).ids.contains("FVersion11ed8eae66"))
    }

    @Test(arguments: [
        (#""AutoPublishAlias":"live""#, "b0c3561366"),
        (#""AutoPublishAlias":"live","MemorySize":256,"Environment":{"Variables":{"Ä":"b"}}"#, "8342a8a6fe"),
        (#""AutoPublishAlias":"live","AutoPublishAliasAllProperties":true"#, "6adede74ff"),
        (#""AutoPublishAlias":"live","AutoPublishCodeSha256":"0123456789abcdef""#, "0123456789"),
    ])
    func versionsAreNamedAsSAMNamesThem(properties: String, suffix: String) throws {
        #expect(try TransformCase(TransformCase.function("F", properties)).ids.contains("FVersion\(suffix)"))
    }

    @Test func whatWasMadeCanBeReferredTo() throws {
        let made = try TransformCase(
            TransformCase.function("F", #""AutoPublishAlias":"live""#),
            #"""
            "Outputs":{"A":{"Value":{"Ref":"F.Alias"}},"B":{"Value":{"Fn::GetAtt":["F","Version.Version"]}},
            "C":{"Value":{"Fn::Sub":"${F.Alias}/${F.Version.Version}/${F.Arn}/${!F.Alias}"}}}
            """#)
        let version = "FVersionb0c3561366"
        #expect(made.output["Outputs"]?["A"]?["Value"] == ["Ref": "FAliaslive"])
        #expect(made.output["Outputs"]?["B"]?["Value"] == ["Fn::GetAtt": [.string(version), "Version"]])
        #expect(
            made.output["Outputs"]?["C"]?["Value"] == [
                "Fn::Sub": .string("${FAliaslive}/${\(version).Version}/${F.Arn}/${!F.Alias}")
            ])
    }

    @Test func aPublicURLComesWithBothPermissions() throws {
        let made = try TransformCase(TransformCase.function("F", #""FunctionUrlConfig":{"AuthType":"NONE"}"#))
        #expect(made.ids == ["F", "FRole", "FURLInvokeAllowPublicAccess", "FUrl", "FUrlPublicPermissions"])
        #expect(made["FUrl"] == ["AuthType": "NONE", "TargetFunctionArn": ["Ref": "F"]])
        #expect(made["FUrlPublicPermissions"]["Action"] == "lambda:InvokeFunctionUrl")
        #expect(made["FURLInvokeAllowPublicAccess"]["InvokedViaFunctionUrl"] == true)
        let signed = try TransformCase(TransformCase.function("F", #""FunctionUrlConfig":{"AuthType":"AWS_IAM"}"#))
        #expect(signed.ids == ["F", "FRole", "FUrl"])
    }

    @Test func destinationsThatAreNotGivenAreMade() throws {
        let made = try TransformCase(
            TransformCase.function(
                "F",
                #""EventInvokeConfig":{"MaximumRetryAttempts":1,"DestinationConfig":{"OnSuccess":{"Type":"SQS"},"OnFailure":{"Type":"Lambda","Destination":"arn:f"}}}"#
            ), #""Outputs":{"Q":{"Value":{"Ref":"F.DestinationQueue"}}}"#)
        #expect(made.ids == ["F", "FEventInvokeConfig", "FEventInvokeConfigOnSuccessQueue", "FRole"])
        let queue: JSON = ["Fn::GetAtt": ["FEventInvokeConfigOnSuccessQueue", "Arn"]]
        #expect(made["FEventInvokeConfig"]["Qualifier"] == "$LATEST")
        #expect(
            made["FEventInvokeConfig"]["DestinationConfig"] == [
                "OnSuccess": ["Destination": queue], "OnFailure": ["Destination": "arn:f"],
            ])
        #expect(
            made["FRole"]["Policies"]?[0] == [
                "PolicyName": "FEventInvokeConfigOnSuccessSQSPolicy",
                "PolicyDocument": [
                    "Statement": [["Action": "sqs:SendMessage", "Effect": "Allow", "Resource": queue]]
                ],
            ])
        #expect(made.output["Outputs"]?["Q"]?["Value"] == ["Ref": "FEventInvokeConfigOnSuccessQueue"])
    }

    @Test func aRoleThatIsNamedOnlySometimesIsMadeOtherwise() throws {
        let made = try TransformCase(
            TransformCase.function("F", #""Role":{"Fn::If":["Own","arn:r",{"Ref":"AWS::NoValue"}]}"#),
            #""Conditions":{"Own":{"Fn::Equals":["a","b"]}}"#)
        #expect(made["F"]["Role"] == ["Fn::If": ["Own", "arn:r", ["Fn::GetAtt": ["FRole", "Arn"]]]])
        #expect(made.resource("FRole")["Condition"] == "NOTOwn")
        #expect(made.output["Conditions"]?["NOTOwn"] == ["Fn::Not": [["Condition": "Own"]]])
    }

    @Test func templatesOfServicesThatAreElsewhereAreTextAllTheSame() throws {
        #expect(PolicyTemplateTable.templates.count == 81)
        let made = try TransformCase(
            TransformCase.function(
                "F",
                #""Policies":[{"EFSWriteAccessPolicy":{"FileSystem":"fs","AccessPoint":{"Ref":"A"}}},{"TextractPolicy":{}}]"#
            ))
        let policies = made["FRole"]["Policies"]
        let arn = "arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:"
        #expect(
            policies?[0]?["PolicyDocument"]?["Statement"]?[0] == [
                "Effect": "Allow", "Action": ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
                "Resource": ["Fn::Sub": [.string(arn + "file-system/${fileSystem}"), ["fileSystem": "fs"]]],
                "Condition": [
                    "StringEquals": [
                        "elasticfilesystem:AccessPointArn": [
                            "Fn::Sub": [.string(arn + "access-point/${accessPoint}"), ["accessPoint": ["Ref": "A"]]]
                        ]
                    ]
                ],
            ])
        #expect(policies?[1]?["PolicyDocument"]?["Statement"]?[0]?["Action"] == ["textract:*"])
    }

    @Test func policiesAreNamesDocumentsAndTemplates() throws {
        let made = try TransformCase(
            TransformCase.function(
                "F",
                #""Policies":["AmazonSQSFullAccess","AWSLambdaRole",{"Statement":[]},{"SQSPollerPolicy":{"QueueName":{"Ref":"N"}}}]"#
            ))
        #expect(
            made["FRole"]["ManagedPolicyArns"]?.arrayValue?.dropFirst() == [
                "arn:aws:iam::aws:policy/AmazonSQSFullAccess", "arn:aws:iam::aws:policy/service-role/AWSLambdaRole",
            ])
        let policies = made["FRole"]["Policies"]
        #expect(policies?[0] == ["PolicyName": "FRolePolicy2", "PolicyDocument": ["Statement": []]])
        #expect(policies?[1]?["PolicyName"] == "FRolePolicy3")
        #expect(
            policies?[1]?["PolicyDocument"]?["Statement"]?[0]?["Resource"] == [
                "Fn::Sub": [
                    "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${queueName}",
                    ["queueName": ["Ref": "N"]],
                ]
            ])
    }

    @Test func globalsAreMergedAndCanBeIgnored() throws {
        let made = try TransformCase(
            #"""
            "F":{"Type":"AWS::Serverless::Function","Properties":{"InlineCode":"x","Environment":{"Variables":{"B":"own"}},"Layers":["b"]}},
            "G":{"Type":"AWS::Serverless::Function","IgnoreGlobals":["Timeout"],"Properties":{"InlineCode":"x"}}
            """#,
            #"""
            "Globals":{"Function":{"Runtime":"python3.13","Handler":"h","Timeout":20,"Layers":["a"],"Environment":{"Variables":{"A":"all","B":"all"}}}}
            """#)
        #expect(made["F"]["Environment"]?["Variables"] == ["A": "all", "B": "own"])
        #expect(made["F"]["Layers"] == ["a", "b"])
        #expect(made["F"]["Timeout"] == 20)
        #expect(made["G"]["Timeout"] == nil)
        #expect(made.output["Globals"] == nil)
    }

    @Test func tagsGoToEverythingWhenTheyAreToldTo() throws {
        let made = try TransformCase(
            TransformCase.function(
                "F",
                #""Tags":{"a":"b"},"PropagateTags":true,"EventInvokeConfig":{"DestinationConfig":{"OnFailure":{"Type":"SQS"}}}"#
            ))
        let tags: JSON = [["Key": "a", "Value": "b"]]
        for id in ["F", "FRole", "FEventInvokeConfigOnFailureQueue"] { #expect(made[id]["Tags"] == tags) }
    }
}
