import JSONTree
import ResourceNames
import Testing

@testable import Commands

struct JSONataEvaluationTests {
    @Test(arguments: [
        (#"{"expr": "$states.input.a + 1", "input": {"a": 1}}"#, #"{"result":2}"#),
        (#"{"path": "{% $states.context.Task.Token %}", "context": {"Task": {"Token": "t"}}}"#, #"{"result":"t"}"#),
        (#"{"expr": "$states.input & $n", "bindings": {"n": 2, "states": {"input": 1}}}"#, #"{"result":"12"}"#),
        (#"{"expr": "a", "input": {"a": 1}}"#, #"{"undefined":true}"#),
        (
            #"{"expr": "$sum"}"#,
            #"{"error":{"code":"not-json","message":"The expression yields a function, which JSON cannot express"}}"#
        ),
    ])
    func aLineIsAnsweredAsAStateMachineWould(line: String, answer: String) throws {
        #expect(try self.answer(line, isPlain: false).text == answer)
    }

    @Test(arguments: [
        (#"{"expr": "a + 1", "data": {"a": 1}}"#, #"{"result":2}"#), (#"{"expr": "$"}"#, #"{"undefined":true}"#),
        (#"{"expr": "$", "data": null}"#, #"{"result":null}"#),
    ])
    func aPlainLineIsAnsweredAsJSONataWould(line: String, answer: String) throws {
        #expect(try self.answer(line, isPlain: true).text == answer)
    }

    @Test func anErrorNamesItsPlaceTokenAndValue() throws {
        let error = try #require(try answer(#"{"expr": "1 + 'a'"}"#, isPlain: true)["error"])
        #expect(error["code"] == "T2002" && error["token"] == "+" && error["value"] == "a" && error["position"] == 3)
        #expect(error["message"] == "The right side of the + operator must evaluate to a number")
    }

    @Test func limitsOfALineAreKept() throws {
        let loop = #"{"expr": "($f := function(){$f()}; $f())", "timelimit": 10}"#
        #expect(try answer(loop, isPlain: true)["error"]?["code"] == "U1001")
        let deep = #"{"expr": "($f := function($n){$n = 0 ? 0 : 1 + $f($n - 1)}; $f(9))", "depth": 20}"#
        #expect(try answer(deep, isPlain: true)["error"]?["code"] == "U1001")
    }

    @Test(arguments: ["", "[]", "{}", #"{"expr": 1}"#, #"{"expr": "$", "bindings": []}"#])
    func whatIsNoRequestIsRefused(line: String) {
        #expect(throws: EvaluationRequestProblem.self) { try answer(line, isPlain: true) }
    }

    private func answer(_ line: String, isPlain: Bool) throws -> JSON {
        try JSONataEvaluation(request: Array(line.utf8), isPlain: isPlain)
            .outcome(now: Timestamp(milliseconds: 0), seed: 1).json
    }
}
