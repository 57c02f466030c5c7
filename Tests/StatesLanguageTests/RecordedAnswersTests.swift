import Foundation
import JSONTree
import Testing

@testable import StatesLanguage

/// What AWS was recorded to answer when state machines were created, updated or validated.
struct RecordedAnswersTests {
    private struct Answer {
        let id: String
        let text: String
        let type: MachineType
        /// The exact text of the refusal; `nil` when AWS accepted.
        var refusal: String?
        /// The diagnostics of ValidateStateMachineDefinition.
        var diagnostics: JSON?
    }

    private static var answers: [Answer] {
        guard let folder = SharedData.folder("asl") else { return [] }
        return SharedData.files(in: folder).flatMap { name -> [Answer] in
            (SharedData.json("\(folder)/\(name)")?["cases"]?.arrayValue ?? []).flatMap(answers(of:))
        }
    }

    private static func answers(of one: JSON) -> [Answer] {
        guard let id = one["id"]?.stringValue, let calls = one["calls"]?.arrayValue else { return [] }
        return calls.compactMap { call in
            let actions = ["CreateStateMachine", "UpdateStateMachine", "ValidateStateMachineDefinition"]
            guard let action = call["op"]?.stringValue, actions.contains(action) else { return nil }
            guard let index = call["params"]?["definition"]?["$definition"]?.integerValue,
                let text = one["definitions"]?[Int(index)]?.stringValue
            else { return nil }
            let type = call["params"]?["type"]?.stringValue.flatMap(MachineType.init(rawValue:)) ?? .standard
            var answer = Answer(id: id, text: filledIn(text), type: type)
            let keys = (call["expect"]?.arrayValue ?? []) + (call["expect_exception"]?.arrayValue ?? [])
            let expected = keys.compactMap { $0.stringValue.flatMap { one["expected"]?[$0] } }
            if action.hasPrefix("Validate") {
                answer.diagnostics = expected.first?["diagnostics"]
                return answer.diagnostics == nil ? nil : answer
            }
            answer.refusal = expected.compactMap(refusal(in:)).first
            if call["fails"]?.boolValue == true, answer.refusal == nil { return nil }
            if one["unreached"]?.arrayValue?.isEmpty == false, answer.refusal == nil {
                answer.refusal = one["expected"]?.objectValue?.values.compactMap(refusal(in:)).first
            }
            return answer
        }
    }

    private static func refusal(in expected: JSON) -> String? {
        let text =
            expected["Error"]?["Message"]?.stringValue ?? expected["exception_value"]?.stringValue
            ?? expected.stringValue
        guard let text, let start = text.range(of: "Invalid State Machine Definition") else { return nil }
        return filledIn(String(text[start.lowerBound...]))
    }

    private static func filledIn(_ text: String) -> String {
        var text = text
        for (pattern, value) in [
            ("FunctionArn}", "arn:aws:lambda:us-east-1:111111111111:function:some"),
            ("activityArn}", "arn:aws:states:us-east-1:111111111111:activity:some"),
        ] {
            while let end = text.range(of: pattern), let start = text[..<end.lowerBound].lastIndex(of: "$") {
                text.replaceSubrange(start..<end.upperBound, with: value)
            }
        }
        while let range = text.range(of: "<partition>") { text.replaceSubrange(range, with: "aws") }
        return text
    }

    private static func isJSONata(_ text: String) -> Bool { text.contains("\"JSONata\"") }

    @Test(.enabled(if: SharedData.folder("asl") != nil))
    func definitionsAWSAcceptedAreAccepted() {
        let accepted = Self.answers.filter { $0.refusal == nil && $0.diagnostics == nil && !Self.isJSONata($0.text) }
        #expect(accepted.count > 200)
        let refused = accepted.filter { check($0.text, $0.type).program == nil }
        #expect(refused.map { "\($0.id): \(check($0.text, $0.type).lines(in: "definition"))" } == [])
    }

    @Test(.enabled(if: SharedData.folder("asl") != nil))
    func definitionsAWSRefusedAreRefusedInItsWords() {
        let refused = Self.answers.filter { $0.refusal != nil && !Self.isJSONata($0.text) }
        #expect(refused.count >= 10)
        for answer in refused { #expect(check(answer.text, answer.type).refusal == answer.refusal, "\(answer.id)") }
    }

    @Test(.enabled(if: SharedData.folder("asl") != nil))
    func diagnosticsAreAWSs() {
        let validated = Self.answers.filter { $0.diagnostics != nil && !Self.isJSONata($0.text) }
        #expect(validated.count >= 5)
        for answer in validated {
            let diagnostics = check(answer.text, answer.type).errors.map { problem -> JSON in
                var diagnostic: JSON = [
                    "code": .string(problem.code), "message": .string(problem.message), "severity": "ERROR",
                ]
                if let location = problem.location, case .object(var object) = diagnostic {
                    object["location"] = .string(location)
                    diagnostic = .object(object)
                }
                return diagnostic
            }
            #expect(JSON.array(diagnostics) == answer.diagnostics, "\(answer.id)")
        }
    }
}
