import Foundation
import JSONPathLanguage
import JSONTree
import ResourceNames
import Testing

/// Evaluates the `Parameters` of recorded one-state machines when recordings lie beside the package; does nothing otherwise.
struct RecordedTemplatesTests {
    @Test func recordedPassStatesYieldTheRecordedOutput() throws {
        guard let folder = SharedCases.folder("asl") else { return }
        var total = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".json") {
            for example in try SharedCases.read(folder + "/" + file)["cases"]?.arrayValue ?? [] {
                for execution in example["executions"]?.arrayValue ?? [] {
                    guard let run = Self.run(execution, of: example) else { continue }
                    total += 1
                    check(run, example["id"]?.stringValue ?? "")
                }
            }
        }
        print("\(total) recorded templates")
        #expect(total > 50)
    }

    /// One execution of a machine whose only state is a Pass state with `Parameters` and nothing else that shapes data.
    private struct Run {
        let parameters: JSON
        let input: JSON
        let expected: JSON
    }

    private static func run(_ execution: JSON, of example: JSON) -> Run? {
        guard let text = definition(of: execution, in: example), let machine = try? JSON.parse(text),
            machine["QueryLanguage"] == nil, let states = machine["States"]?.objectValue, states.count == 1,
            let state = states.values.first,
            state["Type"] == "Pass", let parameters = state["Parameters"], state["QueryLanguage"] == nil,
            ["InputPath", "OutputPath", "ResultPath", "Result"].allSatisfy({ state[$0] == nil }),
            let expected = execution["expect"]
        else { return nil }
        let inputText = execution["input"]?.stringValue ?? "{}"
        guard !text.contains("$$"), !inputText.contains("${"), let input = try? JSON.parse(inputText) else {
            return nil
        }
        return Run(parameters: parameters, input: input, expected: expected)
    }

    private static func definition(of execution: JSON, in example: JSON) -> String? {
        guard let index = execution["definition"]?.integerValue else { return example["definition"]?.stringValue }
        return example["definitions"]?[Int(index)]?.stringValue
    }

    private func check(_ run: Run, _ name: String) {
        var chance = Chance(seed: 1)
        do {
            let output = try PayloadTemplate(run.parameters).evaluate(in: PlainScope(input: run.input), chance: &chance)
            guard let expected = run.expected["output"], !expected.text.contains("Random"),
                !expected.text.contains("generated")
            else { return }
            #expect(output == expected || .string(output.text) == expected, "\(name) \(run.input.text)")
        } catch let failure as TemplateFailure {
            #expect(run.expected["status"] == "FAILED", "\(name): \(failure.cause)")
            #expect(run.expected["error"]?.stringValue == failure.errorName, "\(name)")
            let cause = failure.cause.replacing(run.input.text, with: "<json-input:1>")
            #expect(run.expected["cause"]?.stringValue?.hasSuffix(cause) == true, "\(name): \(cause)")
        } catch {
            Issue.record("\(name): \(error)")
        }
    }

    @Test func pathsAndCallsOfRealDefinitionsAreRead() throws {
        guard let folder = SharedCases.folder("definitions") else { return }
        var total = 0
        var refused: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".json") {
            Self.collect(try SharedCases.read(folder + "/" + file), &total, &refused)
        }
        for text in refused { print("refused:", text) }
        print("\(total) computed fields in real definitions, \(refused.count) refused")
        #expect(Double(refused.count) <= Double(total) * 0.01)
    }

    private static func collect(_ json: JSON, _ total: inout Int, _ refused: inout [String]) {
        switch json {
        case .array(let elements): for element in elements { collect(element, &total, &refused) }
        case .object(let object):
            for (key, value) in object {
                guard key.hasSuffix(".$"), let text = value.stringValue else {
                    collect(value, &total, &refused)
                    continue
                }
                total += 1
                do {
                    _ = try PayloadTemplate(.object(JSONObject([(key, value)])))
                } catch {
                    refused.append(text)
                }
            }
        default: break
        }
    }
}
