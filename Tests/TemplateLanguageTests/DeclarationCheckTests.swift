import JSONTree
import TemplateLanguage
import Testing

/// Declarations that CloudFormation does not take are refused in its words.
struct DeclarationCheckTests {
    private static let queue = #""Q": {"Type": "AWS::SQS::Queue"}"#

    private func check(_ text: String) throws { try DeclarationCheck.check(Template(TemplateText.read(text))) }

    @Test(arguments: [
        (
            #"{"Parameters": {"A-b": {"Type": "String"}}, "Resources": {\#(queue)}}"#,
            "Template format error: Parameter name A-b is non alphanumeric."
        ),
        (
            #"{"Resources": {\#(queue)}, "Outputs": {"a-b": {"Value": "x"}}}"#,
            "Template format error: Outputs name 'a-b' is non alphanumeric."
        ),
        (
            #"{"Conditions": {"a-b": {"Fn::Equals": ["a", "b"]}}, "Resources": {\#(queue)}}"#,
            "Template format error: Conditions name 'a-b' is non alphanumeric."
        ),
        (
            #"{"Mappings": {"a-b": {"k": {"a": "b"}}}, "Resources": {\#(queue)}}"#,
            "Template format error: Mappings name 'a-b' is non alphanumeric."
        ),
        (
            #"{"Mappings": {"M": {"k": {"x86-64": "b"}}}, "Resources": {\#(queue)}}"#,
            "Template format error: Mappings attribute name 'x86-64' must contain only alphanumeric characters."
        ),
        (
            #"{"Mappings": {"M": {"A": "b"}}, "Resources": {\#(queue)}}"#,
            "Template format error: Every Mappings member A must be a map"
        ),
        (
            #"{"Mappings": {"M": {"A": {"b": {"Ref": "AWS::Region"}}}}, "Resources": {\#(queue)}}"#,
            "Template format error: Every Mappings attribute must be a String or a List."
        ),
        (
            #"{"Parameters": {"Q": {"Type": "String"}}, "Resources": {\#(queue)}}"#,
            "Template error: all resources and parameters must have unique names. Common name(s):[Q]"
        ),
        (
            #"{"Parameters": {"P": {"Type": "String", "Default": "c", "AllowedValues": ["a", "b"]}}, "Resources": {\#(queue)}}"#,
            "Parameter 'P' must be one of AllowedValues"
        ),
        (
            #"{"Parameters": {"P": {"Type": "Number", "Default": 3, "MaxValue": 2}}, "Resources": {\#(queue)}}"#,
            "Parameter 'P' must be a number not greater than 2"
        ),
        (
            #"{"Parameters": {"P": {"Type": "String", "Default": "1", "AllowedPattern": "[a-z]*"}}, "Resources": {\#(queue)}}"#,
            "Parameter 'P' must match pattern [a-z]*"
        ),
        (
            #"{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "DeletionPolicy": "Nonsense"}}}"#,
            "Template format error: Unrecognized DeletionPolicy Nonsense for resource Q"
        ),
        (
            #"{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "DeletionPolicy": "Snapshot"}}}"#,
            "Template error: resource type AWS::SQS::Queue does not support deletion policy Snapshot"
        ),
        (
            #"{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "UpdateReplacePolicy": "RetainExceptOnCreate"}}}"#,
            "Template format error: Unrecognized UpdateReplacePolicy RetainExceptOnCreate for resource Q"
        ),
        (
            #"{"Resources": {\#(queue)}, "Outputs": {"O": {"Value": "x", "Export": {"Name": {"Fn::Sub": "${Q}"}}}}}"#,
            "Template format error: Output O is malformed.  The Name field of Export must not depend on any resources, imported values, or Fn::GetAZs."
        ),
        (
            #"{"Resources": {\#(queue)}, "Outputs": {"O": {"Value": "x", "Export": {"Name": {"Fn::ImportValue": "x"}}}}}"#,
            "Template format error: Output O is malformed.  The Name field of Export must not depend on any resources, imported values, or Fn::GetAZs."
        ),
    ])
    func badDeclarationsAreRefused(text: String, message: String) {
        #expect(throws: TemplateError(message)) { try check(text) }
    }

    @Test(arguments: [
        #"{"Resources": {"Q": {"Type": "AWS::EC2::Volume", "DeletionPolicy": "Snapshot"}}}"#,
        #"{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "UpdateReplacePolicy": "Snapshot"}}}"#,
        #"{"Mappings": {"M": {"us-east-1": {"a": ["b", 1], "c": true}}}, "Resources": {\#(queue)}}"#,
        #"{"Parameters": {"P": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/a", "AllowedValues": ["b"]}}, "Resources": {\#(queue)}}"#,
        #"{"Resources": {\#(queue)}, "Outputs": {"O": {"Value": "x", "Export": {"Name": {"Fn::Sub": "${AWS::StackName}-q"}}}}}"#,
    ])
    func goodDeclarationsAreTaken(text: String) throws { try check(text) }

    private func members(_ count: Int, _ value: JSON) -> JSON {
        .object(JSONObject((0..<count).map { ("N\($0)", value) }))
    }

    private func check(_ section: String, _ members: JSON) throws {
        var tree: JSONObject = ["Resources": ["Q": ["Type": "AWS::SQS::Queue"]]]
        tree[section] = members
        try DeclarationCheck.check(Template(.object(tree)))
    }

    @Test(
        arguments: [
            ("Parameters", 200, ["Type": "String"], "Number of parameters, 201, is greater than maximum allowed, 200"),
            ("Mappings", 200, ["k": ["a": "b"]], "Number of mappings, 201, is greater than maximum allowed, 200"),
            ("Resources", 500, ["Type": "T"], "Number of resources, 501, is greater than maximum allowed, 500"),
            ("Outputs", 200, ["Value": "x"], "Outputs count 201 is greater than max allowed 200"),
        ] as [(String, Int, JSON, String)])
    func countsAreBounded(section: String, most: Int, member: JSON, words: String) throws {
        try check(section, members(most, member))
        #expect(throws: TemplateError("Template format error: \(words)")) {
            try check(section, members(most + 1, member))
        }
    }

    @Test func attributesOfAMappingAreBounded() throws {
        try check("Mappings", ["M": ["k": members(200, "x")]])
        #expect(
            throws: TemplateError(
                "Template format error: Number of mapping attributes, 201, is greater than maximum allowed, 200")
        ) { try check("Mappings", ["M": ["k": members(201, "x")]]) }
    }

    @Test func namesAndDefaultsAreBounded() throws {
        let long = String(repeating: "x", count: 255)
        try check("Outputs", .object([long: ["Value": "x"]]))
        #expect(throws: TemplateError("Template format error: Outputs name '\(long)x' is non alphanumeric.")) {
            try check("Outputs", .object(["\(long)x": ["Value": "x"]]))
        }
        let text = String(repeating: "x", count: 4_096)
        try check("Parameters", ["P": ["Type": "String", "Default": .string(text)]])
        #expect(
            throws: TemplateError(
                "Template format error: Parameter 'P' default value '\(text)x' length is greater than 4096.")
        ) { try check("Parameters", ["P": ["Type": "String", "Default": .string(text + "x")]]) }
        #expect(
            throws: TemplateError(
                "Template format error: Parameter 'P' default value '[****]' length is greater than 4096.")
        ) { try check("Parameters", ["P": ["Type": "String", "NoEcho": true, "Default": .string(text + "x")]]) }
    }
}
