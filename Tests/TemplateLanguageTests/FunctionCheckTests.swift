import JSONTree
import TemplateLanguage
import Testing

/// Functions are called where they may be.
struct FunctionCheckTests {
    private func check(_ resource: String, transforms: [String] = []) throws {
        try FunctionCheck.check(TemplateText.read(#"{"Resources": {"Q": \#(resource)}}"#), transforms: transforms)
    }

    private static func unsupported(_ name: String) -> String {
        "Template Error: Encountered unsupported function: \(name) Supported functions are: [Fn::Base64, Fn::GetAtt, Fn::GetAZs, Fn::ImportValue, Fn::Join, Fn::Split, Fn::FindInMap, Fn::Select, Ref, Fn::Equals, Fn::If, Fn::Not, Condition, Fn::And, Fn::Or, Fn::Contains, Fn::EachMemberEquals, Fn::EachMemberIn, Fn::ValueOf, Fn::ValueOfAll, Fn::RefAll, Fn::Sub, Fn::Cidr]"
    }

    private static let extended = [
        (#"{"Properties": {"A": [{"Fn::Length": [1]}]}}"#, unsupported("Fn::Length")),
        (#"{"Properties": {"A": {"B": {"Fn::ToJsonString": {}}}}}"#, unsupported("Fn::ToJsonString")),
        (#"{"Properties": {"Fn::ForEach::L": ["X", ["a"], {"${X}": 1}]}}"#, unsupported("Fn::ForEach::L")),
        (
            #"{"Properties": {"A": {"Fn::FindInMap": ["M", "a", "b", {"DefaultValue": 1}]}}}"#,
            "Template error: every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value"
        ),
        (#"{"DeletionPolicy": {"Ref": "P"}}"#, "Template format error: Every DeletionPolicy member must be a string."),
        (
            #"{"UpdateReplacePolicy": {"Ref": "P"}}"#,
            "Template format error: Every UpdateReplacePolicy member must be a string."
        ),
    ]

    @Test(arguments: extended)
    func extensionsNeedTheirTransform(resource: String, message: String) throws {
        #expect(throws: TemplateError(message)) { try check(resource) }
        #expect(throws: TemplateError(message)) { try check(resource, transforms: ["AWS::Serverless-2016-10-31"]) }
        try check(resource, transforms: ["AWS::LanguageExtensions"])
    }

    @Test(arguments: ["Fn::Nonsense", "fn::GetAtt"])
    func functionsThatNobodyKnowsAreRefused(name: String) {
        #expect(throws: TemplateError(Self.unsupported(name))) {
            try check(#"{"Properties": {"A": {"\#(name)": "x"}}}"#, transforms: ["AWS::LanguageExtensions"])
        }
    }

    @Test(arguments: [
        (#"{"Ref": 5}"#, "Template error: every Ref object must have a single String value."),
        (
            #"{"Fn::If": ["C", "a"]}"#,
            "Template error: Fn::If requires a list argument with the first element being a condition"
        ),
        (#"{"Fn::If": ["X", "a", "b"]}"#, "Template error: unresolved condition dependency X in Fn::If"),
        (
            #"{"Fn::FindInMap": ["X", "a", "b"]}"#,
            "Template error: Mapping named 'X' is not present in the 'Mappings' section of template."
        ),
        (
            #"{"Fn::Equals": ["a"]}"#,
            "Template error: every Fn::Equals object requires a list of 2 string parameters."
        ),
    ])
    func functionsThatAreMisusedAreRefused(function: String, message: String) {
        #expect(throws: TemplateError(message)) { try check(#"{"Properties": {"A": [\#(function)]}}"#) }
    }

    @Test(arguments: [
        (
            #"{"Conditions": {"C": {"Fn::Not": [{"Condition": "X"}]}}}"#,
            "Template format error: Unresolved condition dependency X in the Conditions block of the template"
        ),
        (#"{"Globals": {}}"#, "Invalid template property or properties [Globals]"),
    ])
    func whatIsNotThereIsRefused(text: String, message: String) throws {
        let tree = try TemplateText.read(text)
        #expect(throws: TemplateError(message)) { try FunctionCheck.check(tree, transforms: []) }
    }

    @Test func whatOnlyLooksLikeAFunctionIsNone() throws {
        try check(#"{"Properties": {"A": {"Fn::Nonsense": 1, "B": 2}, "C": {"Function": 1}}}"#)
    }

    @Test(arguments: [
        (#"{"Outputs": {"O": {"Value": null}}}"#, "[/Outputs/O/Value] 'null' values are not allowed in templates"),
        (
            #"{"Resources": {"Q": {"Type": "T", "Properties": {"A": [1, {"B": null}]}}}}"#,
            "[/Resources/Q/Type/A/1/B] 'null' values are not allowed in templates"
        ),
        (#"{"Parameters": null}"#, "[/Parameters] 'null' values are not allowed in templates"),
    ])
    func nullsAreRefused(text: String, message: String) throws {
        let tree = try TemplateText.read(text)
        #expect(throws: TemplateError(message)) { try NullCheck.check(tree) }
    }
}
