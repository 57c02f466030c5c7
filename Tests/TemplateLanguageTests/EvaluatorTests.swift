import JSONTree
import ResourceNames
import TemplateLanguage
import Testing

/// Functions give what CloudFormation's do.
struct EvaluatorTests {
    private func evaluator(isPartial: Bool = false, made: [String: JSON] = ["Q": "q-url"]) throws -> Evaluator {
        let text = #"""
            {"Parameters": {"P": {"Type": "String"}, "L": {"Type": "CommaDelimitedList"}},
             "Mappings": {"M": {"us-east-1": {"size": "big", "list": ["a", "b"]}}},
             "Conditions": {"Yes": {"Fn::Equals": [{"Ref": "P"}, "p"]}, "No": {"Fn::Not": [{"Condition": "Yes"}]},
                            "Both": {"Fn::And": [{"Condition": "Yes"}, {"Condition": "No"}]},
                            "One": {"Fn::Or": [{"Condition": "Yes"}, {"Condition": "No"}]}},
             "Resources": {"Q": {"Type": "AWS::SQS::Queue"}, "R": {"Type": "AWS::SQS::Queue"}}}
            """#
        return try Evaluator(
            Template(TemplateText.read(text)),
            knowing: Evaluator.Knowledge(
                parameters: ["P": "p", "L": ["x", "y"]],
                pseudo: PseudoParameters(
                    territory: Territory(account: "123456789012", region: "us-east-1"), stackName: "s", stackID: "id",
                    notificationARNs: []),
                reference: { made[$0] },
                attribute: { id, name in made[id].map { .string("\($0.stringValue ?? "").\(name)") } },
                export: { $0 == "shared" ? "exported" : nil }), isPartial: isPartial)
    }

    @Test(
        arguments: [
            (#"{"Ref": "P"}"#, #""p""#), (#"{"Ref": "AWS::AccountId"}"#, #""123456789012""#),
            (#"{"Ref": "Q"}"#, #""q-url""#), (#"{"Fn::GetAtt": ["Q", "Arn"]}"#, #""q-url.Arn""#),
            (#"{"Fn::Sub": "${P}-${AWS::Region}-${Q.Arn}-${!P}-${L}"}"#, #""p-us-east-1-q-url.Arn-${P}-x,y""#),
            (#"{"Fn::Sub": ["${own}${P}", {"own": {"Ref": "L"}}]}"#, #""x,yp""#),
            (#"{"Fn::Join": ["-", ["a", {"Ref": "P"}, 1, true]]}"#, #""a-p-1-true""#),
            (#"{"Fn::Join": [",", {"Ref": "L"}]}"#, #""x,y""#), (#"{"Fn::Split": ["-", "a-b-"]}"#, #"["a", "b", ""]"#),
            (#"{"Fn::Select": ["1", {"Ref": "L"}]}"#, #""y""#), (#"{"Fn::Select": [0, ["a"]]}"#, #""a""#),
            (#"{"Fn::FindInMap": ["M", {"Ref": "AWS::Region"}, "list"]}"#, #"["a", "b"]"#),
            (#"{"Fn::FindInMap": ["M", "x", "y", {"DefaultValue": "d"}]}"#, #""d""#),
            (#"{"Fn::Base64": "abc"}"#, #""YWJj""#), (#"{"Fn::ImportValue": {"Fn::Sub": "shared"}}"#, #""exported""#),
            (#"{"Fn::GetAZs": ""}"#, #"["us-east-1a", "us-east-1b", "us-east-1c"]"#),
            (#"{"Fn::Cidr": ["10.0.0.0/16", 3, "8"]}"#, #"["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]"#),
            (#"{"Fn::If": ["Yes", 1, 2]}"#, "1"), (#"{"Fn::If": ["Both", 1, {"Ref": "P"}]}"#, #""p""#),
            (
                #"{"a": {"Fn::If": ["No", 1, {"Ref": "AWS::NoValue"}]}, "b": [{"Ref": "AWS::NoValue"}, 2]}"#,
                #"{"b": [2]}"#
            ),
            (#"{"Fn::Length": {"Ref": "L"}}"#, "2"),
            (#"{"Fn::ToJsonString": {"a": {"Ref": "P"}}}"#, #""{\"a\":\"p\"}""#),
            (#"{"Fn::If": ["One", {"k": 1}, 2]}"#, #"{"k": 1}"#),
        ])
    func functionsAreWorkedOut(text: String, json: String) throws {
        #expect(try evaluator().value(of: JSON.parse(text)) == JSON.parse(json))
    }

    @Test(arguments: [
        (#"{"Fn::Select": [2, ["a"]]}"#, "Template error: Fn::Select cannot select nonexistent value at index 2"),
        (#"{"Fn::FindInMap": ["M", "x", "y"]}"#, "Template error: Unable to get mapping for M::x::y"),
        (#"{"Fn::ImportValue": "other"}"#, "No export named other found."),
        (#"{"Ref": ["a"]}"#, "Template error: every Ref object must have a single String value."),
        (
            #"{"Fn::Sub": "${a b}"}"#,
            "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons"
        ),
        (
            #"{"Ref": "R"}"#,
            "Template format error: Unresolved resource dependencies [R] in the Resources block of the template"
        ),
        (
            #"{"Fn::If": ["X", 1, 2]}"#,
            "Template error: unresolved condition dependency X in Fn::If"
        ),
    ])
    func misuseIsRefused(text: String, message: String) throws {
        let evaluator = try evaluator()
        #expect(throws: TemplateError(message)) { try evaluator.value(of: JSON.parse(text)) }
    }

    @Test(arguments: [
        (#"{"Ref": "R"}"#, #"{"Ref": "R"}"#), (#"{"Fn::GetAtt": "R.Arn"}"#, #"{"Fn::GetAtt": ["R", "Arn"]}"#),
        (
            #"{"Fn::Sub": "${P}-${R}"}"#, #"{"Fn::Join": ["", ["p", "-", {"Ref": "R"}]]}"#
        ),
        (#"{"Fn::Join": [":", [{"Ref": "P"}, {"Ref": "R"}]]}"#, #"{"Fn::Join": [":", ["p", {"Ref": "R"}]]}"#),
        (#"{"Fn::Select": [1, [{"Ref": "R"}, "b"]]}"#, #""b""#),
        (#"{"Fn::Split": [",", {"Ref": "R"}]}"#, #"{"Fn::Split": [",", {"Ref": "R"}]}"#),
        (#"{"Fn::Base64": {"Fn::Sub": "${R}"}}"#, #"{"Fn::Base64": {"Fn::Join": ["", [{"Ref": "R"}]]}}"#),
    ])
    func whatIsNotKnownYetStaysOpen(text: String, json: String) throws {
        #expect(try evaluator(isPartial: true, made: [:]).value(of: JSON.parse(text)) == JSON.parse(json))
    }

    @Test func dynamicReferencesAreFoundAndReplaced() throws {
        let json = try JSON.parse(#"{"a": "x{{resolve:ssm:/n:3}}y", "b": ["{{resolve:ssm-secure:m}}"]}"#)
        let found = DynamicReference.all(in: json)
        #expect(
            Set(found.map { "\($0.service) \($0.parameter.name) \($0.parameter.version ?? "-")" }) == [
                "ssm /n 3", "ssm-secure m -",
            ])
        let values = Dictionary(uniqueKeysWithValues: found.map { ($0, $0.service == "ssm" ? "1" : "2") })
        #expect(try DynamicReference.replaced(in: json, by: values) == JSON.parse(#"{"a": "x1y", "b": ["2"]}"#))
    }

    @Test func rulesThatDoNotHoldSayWhy() throws {
        let template = try Template(
            TemplateText.read(
                #"""
                {"Parameters": {"P": {"Type": "String"}}, "Resources": {"Q": {"Type": "T"}},
                 "Rules": {"R": {"RuleCondition": {"Fn::Equals": [{"Ref": "P"}, "a"]},
                                 "Assertions": [{"Assert": {"Fn::Contains": [["b"], {"Ref": "P"}]}, "AssertDescription": "no"}]}}}
                """#))
        func check(_ value: JSON) throws {
            let knowledge = Evaluator.Knowledge(
                parameters: ["P": value],
                pseudo: PseudoParameters(
                    territory: Territory(account: "1", region: "r"), stackName: "", stackID: "", notificationARNs: []),
                reference: { _ in nil }, attribute: { _, _ in nil }, export: { _ in nil })
            try Evaluator(template, knowing: knowledge, isPartial: true).checkRules()
        }
        #expect(throws: TemplateError("Template error: Rules: no")) { try check("a") }
        try check("c")
    }
}
