import ExecutionHistory
import Foundation
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// Histories recorded from AWS, when they are at hand beside the package.
struct RecordedHistoriesTests {
    /// One recorded execution and what it is compared with.
    private struct Recording {
        let name: String
        let definition: String
        let input: String
        let isExpress: Bool
        /// All events, or nothing but the output.
        let events: JSON?
        let output: JSON?
    }

    private static var place: URL? {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let beside = ["../shared", "../../shared"].map { package.appending(path: $0 + "/conformance/asl").standardized }
        return beside.first { FileManager.default.fileExists(atPath: $0.appending(path: "base.json").path) }
    }

    /// How many recordings of an area are equal: raised whenever more of them are, never lowered.
    private static let floor: [String: Int] = [
        "base": 26, "choice_operators": 317, "intrinsic_functions": 114, "error_handling": 22, "timeouts": 4,
        "callback": 15, "scenarios": 101, "assign": 23, "context_object": 7, "services": 47, "activities": 5,
        "credentials": 7, "comments": 1, "arguments": 3, "evaluate_jsonata": 9, "query_language": 7, "outputdecl": 8,
    ]

    @Test(
        .enabled(if: place != nil),
        arguments: [
            "base", "choice_operators", "intrinsic_functions", "error_handling", "timeouts", "callback", "scenarios",
            "assign", "context_object",
            "services", "activities", "credentials", "comments", "arguments", "evaluate_jsonata", "outputdecl",
            "query_language", "states_variables", "express",
        ])
    func equalWhatAWSWrote(area: String) throws {
        var passed = 0
        var failed: [String] = []
        for recording in try Self.recordings(of: area) {
            let differences = Self.differences(recording)
            if differences.isEmpty {
                passed += 1
            } else {
                failed.append("\(recording.name)\n    " + differences.prefix(3).joined(separator: "\n    "))
            }
        }
        print("recorded histories, \(area): \(passed) equal, \(failed.count) differ")
        for failure in failed { print("  \(failure.prefix(1_500))") }
        #expect(passed >= Self.floor[area, default: 0])
    }

    private static func differences(_ recording: Recording) -> [String] {
        let comparison = HistoryComparison()
        do {
            let expected = recording.events?.arrayValue ?? []
            let answers = RecordedAnswers(events: expected)
            let time = try #require(Timestamp(iso8601: "2026-11-23T21:21:00Z"))
            var run = try Interpretation(
                recording.definition, input: recording.input, express: recording.isExpress, at: time
            ) {
                answers.outcome(of: $0)
            }
            let isOpen =
                expected.last.map { event in
                    !HistoryEventType.allCases.contains { $0.isTerminal && event["type"] == .string($0.name) }
                } ?? false
            run.run { isOpen && $0.state.lastEventID >= expected.count }
            let (_, mismatch) = try run.replay()
            if let mismatch { return ["record \(mismatch) does not replay"] }
            if let events = recording.events {
                return comparison.differences(events, .array(try run.history.map { $0.json() }))
            }
            return comparison.differences(recording.output ?? .null, run.output ?? .null, at: "output")
        } catch {
            return ["\(error)"]
        }
    }

    private static func recordings(of area: String) throws -> [Recording] {
        guard let place else { return [] }
        let document = try JSON.parse(Array(try Data(contentsOf: place.appending(path: "\(area).json"))))
        return (document["cases"]?.arrayValue ?? []).flatMap(recordings(in:))
    }

    private static func recordings(in entry: JSON) -> [Recording] {
        let definitions = (entry["definitions"]?.arrayValue ?? []).compactMap(\.stringValue)
        let name = entry["id"]?.stringValue?.components(separatedBy: "::").suffix(2).joined(separator: "::") ?? "?"
        return (entry["executions"]?.arrayValue ?? []).enumerated().compactMap { number, execution in
            guard let index = execution["definition"]?.integerValue, definitions.indices.contains(Int(index)) else {
                return nil
            }
            let events = execution["history_key"]?.stringValue.flatMap { entry["expected"]?[$0]?["events"] }
            let output = execution["case_index"]?.integerValue.flatMap {
                entry["expected"]?["cases"]?[Int($0)]?["output"]
            }
            if events == nil, output == nil { return nil }
            let definition = filled(definitions[Int(index)], events)
            // Readers and writers are the engine's; functions that children call are not in the history of the parent.
            if definition.contains("${") || definition.contains("ItemReader") || definition.contains("ResultWriter")
                || definition.contains("DISTRIBUTED") && definition.contains("\"Task\"")
            {
                return nil
            }
            var input = filled(execution["input"]?.stringValue ?? "{}", events)
            if input.contains("${"), let recorded = events?[0]?["executionStartedEventDetails"]?["input"] {
                input = recorded.stringValue ?? recorded.text
            }
            return Recording(
                name: "\(name)#\(number)", definition: definition, input: input,
                isExpress: execution["type"] == "EXPRESS", events: events,
                output: output)
        }
    }

    /// Puts the names a recording shows where the text has references to other calls.
    private static func filled(_ text: String, _ events: JSON?) -> String {
        var text = text.replacing("${role}", with: "arn:aws:iam::111111111111:role/machine")
        let scheduled = (events?.arrayValue ?? []).compactMap {
            $0["lambdaFunctionScheduledEventDetails"]?["resource"]?.stringValue
        }.first
        if let scheduled {
            let arn = scheduled.replacing("<partition>", with: "aws").replacing("<region>", with: "us-east-1")
            text = text.replacing(
                #/\$\{\d+\.FunctionArn\}/#, with: arn.replacing("<", with: "").replacing(">", with: ""))
        }
        return text.replacing(
            #/\$\{\d+\.activityArn\}/#, with: "arn:aws:states:us-east-1:111111111111:activity:activity_name")
    }
}
