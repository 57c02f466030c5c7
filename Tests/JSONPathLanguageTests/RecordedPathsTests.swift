import Foundation
import JSONPathLanguage
import JSONTree
import Testing

/// Runs the shared path cases when they lie beside the package; does nothing otherwise.
struct RecordedPathsTests {
    @Test func recordedPathsYieldTheRecordedAnswers() throws {
        guard let folder = SharedCases.folder("jsonpath") else { return }
        let documents = try SharedCases.read(folder + "/documents.json")
        var failures: [String] = []
        var total = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder + "/cases").sorted()
        where file.hasSuffix(".json") {
            for example in try SharedCases.read(folder + "/cases/" + file).arrayValue ?? [] {
                let isBinding = ["unconfirmed", "unstable"].allSatisfy {
                    [nil, .null, .bool(false)].contains(example[$0])
                }
                guard let path = example["path"]?.stringValue, let expected = example["expect"] else { continue }
                let input = example["input"] ?? documents[example["doc"]?.stringValue ?? ""] ?? .null
                let scope = PlainScope(input: input, context: documents[example["context"]?.stringValue ?? ""] ?? .null)
                let actual = Self.outcome(of: path, in: scope)
                if isBinding { total += 1 }
                if actual != expected {
                    failures.append(
                        "\(isBinding ? "" : "(not binding) ")\(path): \(actual.text) instead of \(expected.text)")
                    if isBinding { Issue.record("\(failures.last ?? "")") }
                }
            }
        }
        for failure in failures { print(failure) }
        print("\(total) binding path cases")
        #expect(total > 0)
    }

    private static func outcome(of text: String, in scope: PlainScope) -> JSON {
        do {
            let path = try JSONPath(text, allowingVariables: false)
            return ["result": try path.evaluate(in: scope)]
        } catch let failure as PathFailure {
            return ["error": failure.kind == .notFound ? "not-found" : "other"]
        } catch {
            return ["error": "invalid-path"]
        }
    }
}
