import Foundation
import JSONTree
import Testing

@testable import Commands

struct EvaluationTests {
    @Test(arguments: [
        (#"{"path": "$.a[1]", "input": {"a": [1, 2]}}"#, #"{"result":2}"#),
        (#"{"expr": "$.a[*]", "data": {"a": [1, 2]}}"#, #"{"result":[1,2]}"#),
        (#"{"path": "$$.Task.Token", "context": {"Task": {"Token": "t"}}}"#, #"{"result":"t"}"#),
        (#"{"path": "$n.x", "bindings": {"n": {"x": 12345678901234567890}}}"#, #"{"result":12345678901234567890}"#),
        (#"{"path": "$"}"#, #"{"result":{}}"#),
    ])
    func aPathYieldsItsValue(line: String, answer: String) throws {
        #expect(try self.answer(.jsonpath, line).text == answer)
    }

    @Test(arguments: [
        (#"{"path": "$.b", "input": {"a": 1}}"#, "not-found"), (#"{"path": "$n", "bindings": {}}"#, "not-found"),
        (#"{"path": "$n", "input": 1}"#, "invalid-path"), (#"{"path": "a.b", "input": {}}"#, "invalid-path"),
        (#"{"path": "$.a.sum()", "input": {"a": ["x"]}}"#, "other"),
    ])
    func aPathWithoutAValueSaysWhyByCode(line: String, code: String) throws {
        #expect(try answer(.jsonpath, line)["error"]?["code"]?.stringValue == code)
    }

    @Test(arguments: [
        (#"{"expr": {"a.$": "$.x", "b": 1}, "input": {"x": [true]}}"#, #"{"result":{"a":[true],"b":1}}"#),
        (#"{"expr": "{\"a.$\": \"$.x\"}", "input": {"x": null}}"#, #"{"result":{"a":null}}"#),
        (
            #"{"expr": "States.Format('{}-{}', $.x, $n)", "input": {"x": 1}, "bindings": {"n": "z"}}"#,
            #"{"result":"1-z"}"#
        ),
        (#"{"expr": "$$.Execution.Name", "context": {"Execution": {"Name": "e"}}}"#, #"{"result":"e"}"#),
    ])
    func aTemplateYieldsItsValue(line: String, answer: String) throws {
        #expect(try self.answer(.template, line).text == answer)
    }

    @Test(arguments: [
        (#"{"expr": {"a.$": "$.nope"}, "input": {}}"#, "States.Runtime"),
        (#"{"expr": "States.StringToJson('{')", "input": {}}"#, "States.IntrinsicFailure"),
        (#"{"expr": {"a.$": "nope"}}"#, "invalid-template"), (#"{"expr": "{"}"#, "invalid-template"),
    ])
    func aTemplateWithoutAValueNamesItsError(line: String, code: String) throws {
        #expect(try answer(.template, line)["error"]?["code"]?.stringValue == code)
    }

    @Test func aMissingFieldIsNamedAsAWSNamesIt() throws {
        let answer = try answer(.template, #"{"expr": {"missing.$": "$.nope"}, "input": {"other": 1}}"#)
        #expect(
            answer["error"]?["message"]?.stringValue
                == #"The JSONPath '$.nope' specified for the field 'missing.$' could not be found in the input '{"other":1}'"#
        )
    }

    @Test(arguments: ["", "[]", "{}", #"{"path": 1}"#, #"{"path": "$", "bindings": []}"#, #"{"path": "$"} x"#])
    func whatIsNoRequestIsRefused(line: String) {
        #expect(throws: EvaluationRequestProblem.self) { try answer(.jsonpath, line) }
    }

    @Test func sharedPathCasesAreAnsweredThroughABatch() throws {
        guard let folder = Self.sharedFolder("jsonpath") else { return }
        let documents = try Self.read(folder + "/documents.json")
        var total = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder + "/cases").sorted()
        where file.hasSuffix(".json") {
            for example in try Self.read(folder + "/cases/" + file).arrayValue ?? []
            where example["unconfirmed"] == nil && example["unstable"] == nil {
                var line: JSONObject = ["path": example["path"] ?? .null]
                if let name = example["context"]?.stringValue { line["context"] = documents[name] }
                line["input"] = example["input"] ?? documents[example["doc"]?.stringValue ?? ""] ?? .null
                let answer = try answer(.jsonpath, JSON.object(line).text)
                let expected = example["expect"]?["result"] ?? example["expect"]?["error"]
                #expect((answer["result"] ?? answer["error"]?["code"]) == expected, "\(example["id"]?.text ?? "")")
                total += 1
            }
        }
        #expect(total > 0)
    }

    private func answer(_ language: EvaluationLanguage, _ line: String) throws -> JSON {
        try Evaluation(language: language, request: Array(line.utf8)).outcome(seed: 1).json
    }

    private static func sharedFolder(_ name: String) -> String? {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        for start in [root, root.deletingLastPathComponent()] {
            let folder = start.appendingPathComponent("shared/conformance/\(name)").path
            if FileManager.default.fileExists(atPath: folder) { return folder }
        }
        return nil
    }

    private static func read(_ path: String) throws -> JSON {
        try JSON.parse([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    }
}
