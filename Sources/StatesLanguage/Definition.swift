import JSONTree

/// From the text of a definition to its runnable form.
package enum Definition {
    /// Checks a definition and compiles it.
    ///
    /// Total: any bytes lead to a result, and all problems that can be found are in it.
    ///
    /// - Parameters:
    ///   - text: The definition's bytes; JSON.
    ///   - type: Of the machine it is for: EXPRESS machines may do less.
    ///   - isServed: Whether a plugin serves an `arn:aws:states:::` resource that AWS does not know, given without `.sync` and
    ///     `.waitForTaskToken`.
    package static func check(
        _ text: [UInt8], type: MachineType = .standard, isServed: @escaping (String) -> Bool = { _ in false }
    ) -> DefinitionCheck {
        guard text.count <= Limits.definitionBytesMax else {
            return refusal("Definition exceeds \(Limits.definitionBytesMax) bytes")
        }
        guard text.contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else { return notAnObject }
        let tree: JSON
        do throws(JSONError) {
            tree = try JSON.parse(text, options: JSONReadingOptions(maxDepth: Limits.jsonDepthMax))
        } catch {
            return refusal(of: error, in: text)
        }
        guard tree.isObject else { return notAnObject }
        return check(tree, text: text, type: type, of: DefinitionReading(isServed: isServed))
    }

    /// The name of a state that is checked on its own. Observed of AWS's TestState.
    package static let singleStateName = "StateName"

    /// Checks one state on its own and compiles it; where it leads to, only names are known.
    ///
    /// - Parameters:
    ///   - text: The state's bytes; JSON.
    ///   - isServed: As for a whole definition.
    package static func checkState(
        _ text: [UInt8], isServed: @escaping (String) -> Bool = { _ in false }
    ) -> DefinitionCheck {
        guard text.count <= Limits.definitionBytesMax else {
            return refusal("Definition exceeds \(Limits.definitionBytesMax) bytes")
        }
        let state: JSON
        do throws(JSONError) {
            state = try JSON.parse(text, options: JSONReadingOptions(maxDepth: Limits.jsonDepthMax))
        } catch {
            return refusal(of: error, in: text)
        }
        guard state.isObject else { return notAnObject }
        let machine: JSON = ["StartAt": .string(singleStateName), "States": [singleStateName: state]]
        return check(
            machine, text: machine.bytes, type: .standard,
            of: DefinitionReading(isSingleState: true, isServed: isServed))
    }

    private static func check(
        _ tree: JSON, text: [UInt8], type: MachineType, of definition: DefinitionReading
    ) -> DefinitionCheck {
        guard let fields = Fields(tree, at: .root, definition.problems) else { return notAnObject }
        fields.allow(["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"])
        _ = fields.text("Comment")
        let language = fields.choice("QueryLanguage", of: QueryLanguage.allCases.map(\.rawValue))
        definition.language = language.flatMap(QueryLanguage.init) ?? .jsonPath
        _ = fields.choice("Version", of: ["1.0"])
        let timeout = fields.integer("TimeoutSeconds", 0...Limits.secondsMax)
        let graph = GraphReading.read(fields, of: definition, type: type, depth: 0)
        definition.problems.settle()
        let problems = definition.problems.placed(in: text)
        guard let graph, !definition.problems.hasErrors else {
            return DefinitionCheck(problems: problems, program: nil)
        }
        return DefinitionCheck(problems: problems, program: Program(graph: graph, timeoutSeconds: timeout))
    }

    private static var notAnObject: DefinitionCheck { refusal("Definition must be a valid JSON object") }

    private static func refusal(_ message: String) -> DefinitionCheck {
        refusal(ProblemCode.schema, message, location: nil, line: 1, column: 1)
    }

    private static func refusal(of error: JSONError, in text: [UInt8]) -> DefinitionCheck {
        guard let complaint = JSONComplaint(about: text) else {
            return refusal(
                ProblemCode.invalidJSON, error.message, location: "[line: \(error.line), column: \(error.column)]",
                line: error.line,
                column: error.column)
        }
        return refusal(
            ProblemCode.invalidJSON, "\(complaint.message)\n at \(complaint.source)", location: complaint.source,
            line: error.line,
            column: error.column)
    }

    private static func refusal(
        _ code: String, _ message: String, location: String?, line: Int, column: Int
    ) -> DefinitionCheck {
        let problem = DefinitionProblem(
            severity: .error, code: code, message: message, pointer: "", location: location, line: line, column: column)
        return DefinitionCheck(problems: [problem], program: nil)
    }
}
