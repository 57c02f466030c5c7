import JSONTree
import Testing

/// What CloudFormation does not take is refused at once, by every action that is given it, and nothing is made.
struct TemplateRefusalTests {
    private let world: StackWorld

    init() throws { world = try StackWorld() }

    /// A template with a queue and more.
    private static func body(_ more: JSONObject) -> JSON {
        var tree: JSONObject = ["Resources": ["Q": ["Type": "AWS::SQS::Queue"]]]
        for (name, value) in more { tree[name] = value }
        return .string(JSON.object(tree).text)
    }

    private func refusals(_ body: JSON, _ more: JSONObject = [:]) async -> [String?] {
        var input: JSONObject = ["StackName": "s", "TemplateBody": body]
        for (name, value) in more { input[name] = value }
        let created = await world.refusal("CreateStack", .object(input))
        (input["ChangeSetName"], input["ChangeSetType"]) = ("c", "CREATE")
        return [created, await world.refusal("CreateChangeSet", .object(input))]
    }

    @Test(
        arguments: [
            (
                ["Parameters": ["A-b": ["Type": "String", "Default": "x"]]],
                "Template format error: Parameter name A-b is non alphanumeric."
            ),
            (
                ["Parameters": ["P": ["Type": "String", "Default": "c", "AllowedValues": ["a"]]]],
                "Parameter 'P' must be one of AllowedValues"
            ),
            (
                ["Resources": ["Q": ["Type": "AWS::SQS::Queue", "DeletionPolicy": "Snapshot"]]],
                "Template error: resource type AWS::SQS::Queue does not support deletion policy Snapshot"
            ),
            (
                ["Resources": ["Q": ["Type": "AWS::SQS::Queue", "Properties": ["QueueName": nil]]]],
                "[/Resources/Q/Type/QueueName] 'null' values are not allowed in templates"
            ),
            (
                ["Outputs": ["O": ["Value": ["a"]]]],
                "Template format error: The Value field of every Outputs member must evaluate to a String and not a List."
            ),
            (
                ["Description": .string(String(repeating: "x", count: 1_025))],
                "Template format error: 'Description' length is greater than 1024."
            ),
            (
                ["Outputs": ["O": ["Value": "x", "Description": .string(String(repeating: "x", count: 1_025))]]],
                "Template format error: Output 'O' description length is greater than 1024."
            ),
            (
                [
                    "Parameters": [
                        "P": [
                            "Type": "String", "Default": "",
                            "Description": .string(String(repeating: "x", count: 4_001)),
                        ]
                    ]
                ], "Template format error: Parameter 'P' description length is greater than 4000."
            ),
            (
                ["Parameters": ["P": ["Type": "String", "Default": "", "NoEcho": "perhaps"]]],
                "Template format error: Every NoEcho member must be a boolean."
            ),
            (
                ["Conditions": ["A": ["Condition": "B"], "B": ["Fn::Not": [["Condition": "A"]]]]],
                "Template error: Found circular condition dependency between B and A"
            ),
            (
                ["Conditions": ["A": "true"]],
                "Template format error: Conditions can only be boolean operations on parameters and other conditions"
            ),
            (
                ["Outputs": ["O": ["Value": ["Fn::GetAtt": ["Q"]]]]],
                "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute"
            ),
            (
                ["Outputs": ["O": ["Value": ["Fn::Sub": ["a"]]]]],
                "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string"
            ),
            (
                ["Outputs": ["O": ["Value": ["Fn::Sub": "a${b c}"]]]],
                "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons"
            ),
            (
                ["Outputs": ["O": ["Value": ["Fn::Join": ["", "a"]]]]],
                "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined."
            ),
            (
                ["Outputs": ["O": ["Value": ["Fn::Select": [0, "a"]]]]],
                "Template error: Fn::Select requires a list argument with two elements: an integer index and a list"
            ),
        ] as [(JSONObject, String)])
    func actionsAgree(more: JSONObject, words: String) async {
        let body = Self.body(more)
        #expect(await world.refusal("ValidateTemplate", ["TemplateBody": body]) == words)
        #expect(await world.refusal("GetTemplateSummary", ["TemplateBody": body]) == words)
        #expect(await refusals(body) == [words, words])
        #expect(await world.refusal("DescribeStacks", ["StackName": "s"]) == "Stack with id s does not exist")
    }

    @Test func whatARequestSaysBesideItsTemplateIsChecked() async throws {
        let body = Self.body([:])
        let words = "Resource type AWS::SQS::Queue is not allowed by parameter ResourceTypes [AWS::SNS::*, Custom::*]"
        #expect(await refusals(body, ["ResourceTypes": ["AWS::SNS::*", "Custom::*"]]) == [words, words])
        let role = "arn:aws:iam::000000000000:user/somebody"
        let noRole = "Role \(role) is invalid or cannot be assumed"
        #expect(await refusals(body, ["RoleARN": .string(role)]) == [noRole, noRole])
        let noTopic =
            "Topic does not exist (Service: AmazonSNS; Status Code: 404; Error Code: NotFound; Request ID: r; Proxy: null)"
        let topics: JSON = ["arn:aws:sns:us-east-1:000000000000:none"]
        // A change set is taken, and cannot be executed.
        #expect(await refusals(body, ["NotificationARNs": topics]) == [noTopic, nil])
        #expect(await world.refusal("ExecuteChangeSet", ["StackName": "s", "ChangeSetName": "c"]) == noTopic)
        #expect(await refusals(body, ["StackName": "t", "ResourceTypes": ["AWS::SQS::*"]]).first == .some(nil))
    }

    @Test func aValueThatIsTooLongIsRefused() async throws {
        let body = Self.body(["Parameters": ["Other": ["Type": "String", "Default": ""], "P": ["Type": "String"]]])
        func input(_ length: Int) -> JSONObject {
            let text = String(repeating: "x", count: length)
            return ["Parameters": [["ParameterKey": "P", "ParameterValue": .string(text)]]]
        }
        let words =
            "1 validation error detected: Value '\(String(repeating: "x", count: 4_097))' at 'parameters.1.member.parameterValue' failed to satisfy constraint: Member must have length less than or equal to 4096"
        #expect(await refusals(body, input(4_097)) == [words, words])
        #expect(await refusals(body, input(4_096)).first == .some(nil))
    }

    @Test(
        arguments: [
            (
                ["A": ["Value": "x", "Export": ["Name": "a b"]]],
                "Template format error: Output A is malformed. The Name field of every Export member must be specified and consist only of alphanumeric characters, colons, or hyphens."
            ),
            (
                ["A": ["Value": "x", "Export": ["Name": .string(String(repeating: "x", count: 257))]]],
                "Template format error: Output A is malformed. The Name field of every Export member must not be longer than 256 characters."
            ),
            (
                [
                    "A": ["Value": "x", "Export": ["Name": "dup"]],
                    "B": ["Value": "y", "Export": ["Name": ["Fn::Join": ["", ["d", "up"]]]]],
                ],
                "Template format error: The Outputs section contains duplicate Export names: [dup]. Specify a unique name for each export."
            ),
            (
                ["A": ["Value": ["Ref": "AWS::NoValue"]]],
                "Template format error: The Value field of every Outputs member must evaluate to a String."
            ),
            (
                ["A": ["Value": ["Fn::Split": [",", "a,b"]]]],
                "Template format error: The Value field of every Outputs member must evaluate to a String."
            ),
        ] as [(JSON, String)])
    func badOutputsAreRefused(outputs: JSON, words: String) async {
        #expect(await refusals(Self.body(["Outputs": outputs])) == [words, words])
    }

    @Test func whatIsTooLongToBeExportedFailsTheStack() async throws {
        let value = JSON.string(String(repeating: "x", count: 1_025))
        let body = Self.body(["Outputs": ["A": ["Value": value, "Export": ["Name": "a"]]]])
        try await world.run("CreateStack", ["StackName": "s", "TemplateBody": body])
        #expect(try await world.settled("s")["StackStatus"] == "ROLLBACK_COMPLETE")
        #expect(
            try await world.reasons("s").contains {
                $0.contains("Cannot export output A with length 1025. Max length of 1024 exceeded.")
            })
    }

    @Test func policiesOfResourcesMayBeWorkedOutWithTheExtensions() async throws {
        let policy: JSON = ["Ref": "Policy"]
        let queue: JSON = ["Type": "AWS::SQS::Queue", "DeletionPolicy": policy]
        let parameter: JSON = ["Type": "String", "Default": "Retain"]
        let body = Self.body([
            "Transform": "AWS::LanguageExtensions", "Parameters": ["Policy": parameter], "Resources": ["Q": queue],
        ])
        func values(_ text: String) -> JSONObject {
            [
                "Parameters": [["ParameterKey": "Policy", "ParameterValue": .string(text)]],
                "Capabilities": ["CAPABILITY_AUTO_EXPAND"],
            ]
        }
        let words = "Template error: resource type AWS::SQS::Queue does not support deletion policy Snapshot"
        #expect(await refusals(body, values("Snapshot")) == [words, words])
        let other = "Template format error: Unrecognized DeletionPolicy Keep for resource Q"
        #expect(await refusals(body, values("Keep")) == [other, other])
        #expect(await refusals(body, values("Retain")).first == .some(nil))
        let id = try await world.settled("s")["StackId"]?.stringValue ?? ""
        try await world.run("DeleteStack", ["StackName": "s"])
        _ = try await world.settled(id)
        #expect(try await world.queues().count == 1)
    }

    @Test func stacksThatWaitForTheirReviewHaveNoSummary() async throws {
        let input: JSON = [
            "StackName": "s", "ChangeSetName": "c", "ChangeSetType": "CREATE", "TemplateBody": Self.body([:]),
        ]
        try await world.run("CreateChangeSet", input)
        #expect(
            await world.refusal("GetTemplateSummary", ["StackName": "s"])
                == "GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.")
        #expect(
            await world.refusal("GetTemplate", ["ChangeSetName": "c"]) == "StackName is a required parameter.")
        let summary = try await world.run("GetTemplateSummary", ["TemplateBody": Self.body([:])])
        #expect(summary["DeclaredTransforms"] == nil)
    }
}
