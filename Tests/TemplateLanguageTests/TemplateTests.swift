import JSONTree
import TemplateLanguage
import Testing

/// A template whose parts do not fit together is refused in AWS's words.
struct TemplateTests {
    private static let queue = #""Q": {"Type": "AWS::SQS::Queue"}"#

    @Test(arguments: [
        (#"{"Resources": {}}"#, "Template format error: At least one Resources member must be defined."),
        (#"{"Nonsense": 1, "Resources": {\#(queue)}}"#, "Invalid template property or properties [Nonsense]"),
        (
            #"{"AWSTemplateFormatVersion": "2011-01-01", "Resources": {\#(queue)}}"#,
            "Template format error: Template format version is not supported: 2011-01-01"
        ),
        (
            #"{"Description": "\#(String(repeating: "x", count: 1_025))", "Resources": {\#(queue)}}"#,
            "Template format error: 'Description' length is greater than 1024."
        ),
        (
            #"{"Resources": {\#(queue)}, "Outputs": {"O": {"Value": ["a"]}}}"#,
            "Template format error: The Value field of every Outputs member must evaluate to a String and not a List."
        ),
        (
            #"{"Resources": {"Q-1": {"Type": "AWS::SQS::Queue"}}}"#,
            "Template format error: Resource name Q-1 is non alphanumeric."
        ),
        (
            #"{"Resources": {"Q": {}}}"#,
            "Template format error: [/Resources/Q] Every Resources object must contain a Type member."
        ),
        (
            #"{"Resources": {"Q": {"Type": "T", "Propertys": {}}}}"#, "Invalid template resource property 'Propertys'"
        ),
        (
            #"{"Resources": {"Q": {"Type": "T", "Properties": {"A": {"Ref": "X"}, "B": {"Fn::Sub": "${Y}"}}}}}"#,
            "Template format error: Unresolved resource dependencies [X, Y] in the Resources block of the template"
        ),
        (
            #"{"Resources": {\#(queue)}, "Outputs": {"O": {"Value": {"Ref": "X"}}}}"#,
            "Template format error: Unresolved resource dependencies [X] in the Outputs block of the template"
        ),
        (
            #"{"Resources": {"Q": {"Type": "T", "Properties": {"A": {"Fn::GetAtt": ["X", "Arn"]}}}}}"#,
            "Template error: instance of Fn::GetAtt references undefined resource X"
        ),
        (
            #"{"Resources": {"A": {"Type": "T", "DependsOn": "B"}, "B": {"Type": "T", "Properties": {"P": {"Ref": "A"}}}, "C": {"Type": "T", "DependsOn": ["A"]}}}"#,
            "Circular dependency between resources: [A, B]"
        ),
        (
            #"{"Parameters": {"P": {"Type": "Nonsense"}}, "Resources": {\#(queue)}}"#,
            "Template format error: Unrecognized parameter type: Nonsense"
        ),
        (
            #"{"Resources": {\#(queue)}, "Outputs": {"O": {"Value": "a", "Nonsense": 1}}}"#,
            "Template format error: Invalid outputs property : [Nonsense]"
        ),
        (
            #"{"Resources": {"Q": {"Type": "T", "Condition": "C"}}}"#,
            "Template format error: Unresolved condition dependency C in the Resources block of the template"
        ),
        (
            #"{"Resources": {"Q": {"Type": {"Ref": "AWS::Region"}}}}"#,
            "Template format error: [/Resources/Q] Every Type member must be a string."
        ),
        (
            #"{"Resources": {"Q": {"Type": "T", "Condition": {"Ref": "AWS::Region"}}}}"#,
            "Template format error: Every Condition member must be a string."
        ),
        (
            #"{"Resources": {\#(queue)}, "Outputs": {"O": {"Value": "a", "Export": {}}}}"#,
            "Template format error: Output O is malformed. The Name field of every Export member must be specified and consist only of alphanumeric characters, colons, or hyphens."
        ),
        (
            #"{"Parameters": {"P": {"Type": "String", "Default": {"Ref": "AWS::Region"}}}, "Resources": {\#(queue)}}"#,
            "Template format error: Every Default member must be a string."
        ),
        (
            #"{"Resources": {"Q": {"Type": "T", "DependsOn": [1]}}}"#,
            "Template format error: Every DependsOn value must be a string."
        ),
        (
            #"{"Resources": {\#(queue)}, "Outputs": {"O": {"Value": {"a": "b", "c": "d"}}}}"#,
            "Template format error: The Value field of every Outputs member must evaluate to a String and not a Map."
        ),
        (
            #"{"Parameters": {"P": {"Type": "String", "AllowedValues": "a"}}, "Resources": {\#(queue)}}"#,
            "Template format error: Every AllowedValues member must be a list."
        ),
        (
            #"{"Conditions": {"C": {"Fn::Equals": [{"Ref": "Q"}, {"Ref": "X"}]}}, "Resources": {\#(queue)}}"#,
            "Template format error: Unresolved dependencies [Q, X]. Cannot reference resources in the Conditions block of the template"
        ),
    ])
    func badTemplatesAreRefused(text: String, message: String) {
        #expect(throws: TemplateError(message)) { try Template(TemplateText.read(text)) }
    }

    @Test func resourcesComeAfterWhatTheyNeed() throws {
        let order = try DependencyOrder([
            ("a", ["c"]), ("b", []), ("c", ["b", "elsewhere"]), ("d", ["a", "b"]),
        ]).order
        #expect(order == ["b", "c", "a", "d"])
    }

    @Test func referencesAreFoundInEveryForm() throws {
        let json = try JSON.parse(
            #"[{"Ref": "A"}, {"Fn::GetAtt": "B.Arn"}, {"Fn::Sub": ["${C}${D.Arn}${own}${!Literal}", {"own": {"Ref": "E"}}]}, "${F}"]"#
        )
        #expect(Set(Reference.all(in: json).map(\.name)) == ["A", "B", "C", "D", "E"])
    }
}
