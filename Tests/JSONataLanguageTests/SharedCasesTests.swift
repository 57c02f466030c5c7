import Foundation
import JSONTree
import JSONataLanguage
import ResourceNames
import Testing

/// Runs the shared cases when they lie beside the package; does nothing otherwise.
struct SharedCasesTests {
    @Test func everyCaseOfTheVersionHolds() throws {
        guard let folder = SharedCases.folder("jsonata") else { return }
        let datasets = try SharedCases.read(folder + "/datasets.json")
        var tally: [(group: String, passed: Int, total: Int)] = []
        let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/groups").sorted()
        for file in files.map({ "groups/" + $0 }) + ["lone-surrogates.json", "step-functions.json"] {
            var (passed, total) = (0, 0)
            for example in try SharedCases.read(folder + "/" + file).arrayValue ?? [] where example["sfn"] == nil {
                total += 1
                let outcome = Self.outcome(of: example, datasets)
                if let problem = Self.problem(outcome, example) {
                    Issue.record("\(example["id"]?.text ?? "") \(example["expr"]?.text ?? ""): \(problem)")
                } else {
                    passed += 1
                }
            }
            tally.append((file, passed, total))
        }
        for row in tally where row.passed < row.total { print("\(row.group): \(row.passed) of \(row.total)") }
        print("\(tally.map(\.passed).reduce(0, +)) of \(tally.map(\.total).reduce(0, +)) cases hold")
        #expect(tally.map(\.total).reduce(0, +) > 1_000)
    }

    private static func outcome(of example: JSON, _ datasets: JSON) -> Result<JSONataResult, JSONataError> {
        var limits = JSONataLimits.generous
        if let depth = example["depth"]?.integerValue { limits.depth = Int(depth) }
        if let time = example["timelimit"]?.integerValue { limits.steps = Int(time) * 20_000 }
        var environment = JSONataEnvironment(
            now: Timestamp(milliseconds: 1_700_000_000_123), chance: Chance(seed: 1), limits: limits)
        var variables = example["bindings"]?.objectValue ?? JSONObject()
        if let states = example["states"] { variables["states"] = states }
        do throws(JSONataError) {
            let expression = try JSONataExpression(
                compiling: example["expr"]?.stringValue ?? "",
                as: example["function"] == nil ? .withDefaultOperator : .stepFunctions)
            let bindings = expression.bindings(from: variables)
            if example["function"] != nil {
                return .success(try expression.evaluate(bindings: bindings, environment: &environment))
            }
            let input = example["data"] ?? example["dataset"].flatMap { datasets[$0.stringValue ?? ""] }
            return .success(try expression.evaluate(input: input, bindings: bindings, environment: &environment))
        } catch {
            return .failure(error)
        }
    }

    private static func problem(_ outcome: Result<JSONataResult, JSONataError>, _ example: JSON) -> String? {
        let expected = example["expect"] ?? .null
        switch outcome {
        case .success(.undefined): return expected["undefined"] == true ? nil : "undefined, not \(expected.text)"
        case .success(.function): return expected.text == "{}" ? nil : "a function, not \(expected.text)"
        case .success(.value(let value)):
            let isUnordered = example["unordered"] == true
            guard let result = expected["result"], isSame(value, result, isUnordered) else {
                return "\(value.text.prefix(300)), not \(expected.text.prefix(300))"
            }
            return nil
        case .failure(let error):
            guard let wanted = expected["error"]?.objectValue else {
                return "\(error.code) \(error.message), not \(expected.text)"
            }
            for (key, value) in wanted where fact(key, of: error) != value {
                return "\(key) is \(fact(key, of: error)?.text ?? "nothing"), not \(value.text) (\(error.code))"
            }
            return nil
        }
    }

    private static func fact(_ key: String, of error: JSONataError) -> JSON? {
        switch key {
        case "code": .string(error.code)
        case "message": .string(error.message)
        case "token": error.token.map { .string($0) }
        case "position": error.position.map { .integer(Int64($0)) }
        case "value": error.value
        case "index": error.details.index.map { .integer(Int64($0)) }
        case "functionName": error.details.functionName.map { .string($0) }
        default: nil
        }
    }

    /// Whether both are the same, numbers being doubles.
    private static func isSame(_ one: JSON, _ other: JSON, _ isUnordered: Bool) -> Bool {
        switch (one, other) {
        case (.array(let one), .array(let other)):
            guard one.count == other.count else { return false }
            guard isUnordered else { return zip(one, other).allSatisfy { isSame($0, $1, false) } }
            return one.allSatisfy { element in other.contains { isSame(element, $0, false) } }
        case (.object(let one), .object(let other)):
            return one.count == other.count
                && one.allSatisfy { member in other[member.key].map { isSame(member.value, $0, false) } ?? false }
        default:
            if let one = one.doubleValue, let other = other.doubleValue { return one == other }
            return one == other
        }
    }
}
