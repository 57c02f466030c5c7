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
        let functions: [String: String]
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/conformance/asl")
    private static let candidates = [
        folder,
        URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../shared/conformance/asl"),
        URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../../shared/conformance/asl"),
    ]
    private static var place: URL? { candidates.first { FileManager.default.fileExists(atPath: $0.appending(path: "base.json").path) } }

    /// The share of recordings that must stay equal: raised whenever more of them are.
    private static let floor: [String: Int] = [:]

    @Test(
        .enabled(if: place != nil),
        arguments: ["base", "choice_operators", "intrinsic_functions", "error_handling", "timeouts", "scenarios", "assign", "context_object"])
    func equalWhatAWSWrote(area: String) throws {
        var passed = 0
        var failed: [String] = []
        for recording in try Self.recordings(of: area) {
            let differences = Self.differences(recording)
            if differences.isEmpty { passed += 1 } else { failed.append("\(recording.name)\n    " + differences.prefix(3).joined(separator: "\n    ")) }
        }
        print("recorded histories, \(area): \(passed) equal, \(failed.count) differ")
        for failure in failed { print("  \(failure.prefix(1_500))") }
        #expect(passed >= Self.floor[area, default: 0])
    }

    private static func differences(_ recording: Recording) -> [String] {
        let comparison = HistoryComparison()
        do {
            let time = Timestamp(iso8601: "2026-11-23T21:21:00Z") ?? Interpretation.noon
            var run = try Interpretation(recording.definition, input: recording.input, express: recording.isExpress, at: time) {
                Self.answer($0, recording.functions)
            }
            let expected = recording.events?.arrayValue ?? []
            let isOpen = expected.last.map { !["ExecutionSucceeded", "ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut"].contains($0["type"]?.stringValue ?? "") } ?? false
            run.run { isOpen && $0.state.lastEventID >= expected.count }
            if let events = recording.events { return comparison.differences(events, .array(try run.history.map { $0.json() })) }
            return comparison.differences(recording.output ?? .null, run.output ?? .null, at: "output")
        } catch {
            return ["\(error)"]
        }
    }

    /// Functions behave as their labels say.
    private static func answer(_ task: TaskDispatch, _ functions: [String: String]) -> Interpretation.Outcome {
        guard task.resource.kind == .function, let name = task.resource.text.split(separator: ":").last else { return .silence }
        let behaviour = functions[String(name)] ?? "echo"
        if behaviour == "echo" { return .inputs([.taskSucceeded(task: task.task, output: task.input)]) }
        if behaviour.hasPrefix("return-raw-ascii:") {
            let text = "\"" + String(repeating: "a", count: 263_168) + "\""
            return .inputs([.taskSucceeded(task: task.task, output: Payload(.string(text)))])
        }
        if behaviour.hasPrefix("raise:") {
            let parts = behaviour.split(separator: ":", maxSplits: 2)
            let message = parts.count > 2 && parts[2] != "<empty message>" ? String(parts[2]) : ""
            let cause: JSON = ["errorMessage": .string(message), "errorType": .string(String(parts[1]))]
            return .inputs([.taskFailed(task: task.task, error: StatesError(String(parts[1]), cause: cause.text), isStartFailure: false)])
        }
        return .silence
    }

    private static func recordings(of area: String) throws -> [Recording] {
        guard let place else { return [] }
        let document = try JSON.parse(Array(try Data(contentsOf: place.appending(path: "\(area).json"))))
        return (document["cases"]?.arrayValue ?? []).flatMap(recordings(in:))
    }

    private static func recordings(in entry: JSON) -> [Recording] {
        let needs = Set((entry["needs"]?.arrayValue ?? []).compactMap(\.stringValue))
        guard needs.subtracting(["none", "lambda"]).isEmpty else { return [] }
        let definitions = (entry["definitions"]?.arrayValue ?? []).compactMap(\.stringValue)
        let name = entry["id"]?.stringValue?.split(separator: "::").suffix(2).joined(separator: "::") ?? "?"
        var functions: [String: String] = [:]
        for (name, behaviour) in entry["lambda"]?.objectValue ?? JSONObject() { functions[name] = behaviour.stringValue }
        return (entry["executions"]?.arrayValue ?? []).enumerated().compactMap { number, execution in
            guard let index = execution["definition"]?.integerValue, definitions.indices.contains(Int(index)) else { return nil }
            guard let function = functions.keys.sorted().first ?? Optional("none") else { return nil }
            let definition = filled(definitions[Int(index)], function)
            if definition.contains("JSONata") || definition.contains("${") || definition.contains("DISTRIBUTED") { return nil }
            if definition.contains("states:::lambda:invoke") { return nil }
            let events = execution["history_key"]?.stringValue.flatMap { entry["expected"]?[$0]?["events"] }
            let output = execution["case_index"]?.integerValue.flatMap { entry["expected"]?["cases"]?[Int($0)]?["output"] }
            if events == nil, output == nil { return nil }
            return Recording(
                name: "\(name)#\(number)", definition: definition, input: filled(execution["input"]?.stringValue ?? "{}", function),
                isExpress: execution["type"] == "EXPRESS", events: events, output: output, functions: functions)
        }
    }

    private static func filled(_ text: String, _ function: String) -> String {
        text.replacing("${0.FunctionArn}", with: "arn:aws:lambda:us-east-1:111111111111:function:\(function)")
            .replacing("${0.FunctionName}", with: function).replacing("${role}", with: "arn:aws:iam::111111111111:role/machine")
    }
}
