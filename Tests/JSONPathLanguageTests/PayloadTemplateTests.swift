import JSONPathLanguage
import JSONTree
import ResourceNames
import Testing

struct PayloadTemplateTests {
    private func value(_ template: JSON, _ input: JSON = ["a": 1, "b": [1, 2]]) throws -> JSON {
        var chance = Chance(seed: 1)
        return try PayloadTemplate(template).evaluate(
            in: PlainScope(input: input, context: ["State": ["Name": "S"]], variables: ["v": 7]), chance: &chance)
    }

    @Test func fieldsAreComputedAtAnyDepthAndInOrder() throws {
        let template: JSON = [
            "z": 1, "x.$": "$.a", "list": [1, ["y.$": "$.b[*]"], [["n.$": "$$.State.Name"]]],
            "deep": ["v.$": "$v", "f.$": "States.MathAdd($v, 1)"],
            "$": "$.a", "text": "$.a", "w.$.x": "$.a",
        ]
        #expect(
            try value(template).text
                == #"{"z":1,"x":1,"list":[1,{"y":[1,2]},[{"n":"S"}]],"deep":{"v":7,"f":8},"$":"$.a","text":"$.a","w.$.x":"$.a"}"#
        )
    }

    @Test func templateWithoutComputedFieldsIsConstant() throws {
        let template = try PayloadTemplate(["a": [1, ["b": nil]]])
        #expect(template.isConstant)
        #expect(template.constant == ["a": [1, ["b": nil]]])
        #expect(try !PayloadTemplate(["a": ["b.$": "$"]]).isConstant)
        #expect(
            try PayloadTemplate(["a.$": "$v.x", "b": ["c.$": "States.Array($w, $.x)"]]).variableNames == ["v", "w"])
    }

    @Test(
        arguments: [
            (["a.$": 1], "/a.$", .invalidPath), (["p": ["q/r": [["x.$": "nope"]]]], "/p/q~1r/0/x.$", .invalidPath),
            (["x.$": "$.a["], "/x.$", .invalidPath),
            (["x.$": "States.Nope()"], "/x.$", .invalidPath), (["x.$": nil], "/x.$", .invalidPath),
            (["a": 1, "a.$": "$.a"], "/a.$", .duplicateField), (["a.$": "$.a", "a": 1], "/a", .duplicateField),
        ] as [(JSON, String, TemplateSyntaxError.Kind)])
    func malformedTemplateIsRefused(template: JSON, pointer: String, kind: TemplateSyntaxError.Kind) throws {
        let error = try #require(throws: TemplateSyntaxError.self) { try PayloadTemplate(template) }
        #expect(error.pointer == pointer)
        #expect(error.kind == kind)
    }

    @Test func everyMistakeIsFound() {
        let problems = PayloadTemplate.problems(in: ["a.$": 1, "b": [["c": 1, "c.$": "$.["]]])
        #expect(problems.map(\.pointer) == ["/a.$", "/b/0/c.$", "/b/0/c.$"])
    }

    @Test func failureNamesFieldPathAndInput() throws {
        let failure = try #require(throws: TemplateFailure.self) { try value(["p": ["q.$": "$.nope"]], ["other": 1]) }
        #expect(failure.errorName == "States.Runtime")
        #expect(failure.field == "q.$")
        #expect(failure.path == "$.nope")
        #expect(
            failure.cause
                == #"The JSONPath '$.nope' specified for the field 'q.$' could not be found in the input '{"other":1}'"#
        )
    }

    @Test func indexBeyondTheEndIsNull() throws {
        #expect(try value(["x.$": "$.b[5]"]).text == #"{"x":null}"#)
    }
}
