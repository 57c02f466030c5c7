import JSONTree
import TemplateLanguage
import Testing

/// Values of parameters keep the rules their declarations make.
struct ParameterTests {
    private func template(_ declaration: String) throws -> Template {
        try Template(
            TemplateText.read(
                #"{"Parameters": {"P": \#(declaration)}, "Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}"#))
    }

    private func value(_ declaration: String, _ given: [String: String]) throws -> JSON? {
        let template = try template(declaration)
        return try ParameterValues(template, given: given).values(template, stored: [:])["P"]
    }

    @Test(
        arguments: [
            (#"{"Type": "String"}"#, "a", "a"), (#"{"Type": "Number", "MinValue": 1}"#, "1", "1"),
            (#"{"Type": "CommaDelimitedList"}"#, "a, b,c", ["a", "b", "c"]),
            (#"{"Type": "List<Number>"}"#, "1,2", ["1", "2"]),
            (#"{"Type": "String", "AllowedPattern": "[a-z]{2}"}"#, "ab", "ab"),
        ] as [(String, String, JSON)])
    func goodValuesAreTaken(declaration: String, text: String, json: JSON) throws {
        #expect(try value(declaration, ["P": text]) == json)
    }

    @Test(arguments: [
        (#"{"Type": "Number"}"#, "x", "Parameter 'P' must be a number"),
        (#"{"Type": "Number", "MinValue": 2}"#, "1", "Parameter 'P' must be a number not less than 2"),
        (#"{"Type": "Number", "MaxValue": "2"}"#, "3", "Parameter 'P' must be a number not greater than 2"),
        (#"{"Type": "String", "AllowedValues": ["a", "b"]}"#, "c", "Parameter 'P' must be one of AllowedValues"),
        (#"{"Type": "String", "AllowedPattern": "[a-z]"}"#, "ab", "Parameter 'P' must match pattern [a-z]"),
        (#"{"Type": "String", "MinLength": 2}"#, "a", "Parameter 'P' must contain at least 2 characters"),
        (#"{"Type": "String", "MaxLength": 1}"#, "ab", "Parameter 'P' must contain at most 1 characters"),
        (
            #"{"Type": "String", "MaxLength": 1, "ConstraintDescription": "short"}"#, "ab",
            "Parameter P failed to satisfy constraint: short"
        ),
    ])
    func badValuesAreRefused(declaration: String, text: String, message: String) {
        #expect(throws: TemplateError(message)) { try value(declaration, ["P": text]) }
    }

    @Test func missingAndUnknownOnesAreNamed() {
        #expect(throws: TemplateError("Parameters: [P] must have values")) { try value(#"{"Type": "String"}"#, [:]) }
        #expect(throws: TemplateError("Parameters: [X, Y] do not exist in the template")) {
            try value(#"{"Type": "String"}"#, ["P": "a", "Y": "", "X": ""])
        }
    }

    @Test func aDefaultStandsForWhatIsNotGiven() throws {
        #expect(try value(#"{"Type": "Number", "Default": 5}"#, [:]) == "5")
        #expect(try value(#"{"Type": "Number", "Default": 5}"#, ["P": "6"]) == "6")
    }

    @Test func storedParametersAreNamedAndFilledIn() throws {
        let template = try template(#"{"Type": "AWS::SSM::Parameter::Value<List<String>>", "Default": "/a/b"}"#)
        let values = try ParameterValues(template, given: [:])
        #expect(values.stored(template).map(\.key) == ["/a/b"])
        #expect(try values.values(template, stored: ["P": "x,y"])["P"] == ["x", "y"])
    }
}
