import JSONTree

/// A path that names one place: names and indexes only. `ResultPath` writes where it points.
///
/// Source: Amazon States Language, "Reference Paths".
package struct ReferencePath: Sendable, Equatable {
    /// The path as written.
    package let text: String
    private let path: JSONPath
    private let steps: [PlainStep]

    /// Reads a path. It begins with `$`; context and variables are no places to write to.
    package init(_ text: String) throws(PathSyntaxError) {
        path = try JSONPath(text)
        guard path.origin == .input else {
            throw PathSyntaxError("A reference path must begin with '$' followed by '.' or '['", at: 0)
        }
        guard let steps = path.plainSteps else {
            throw PathSyntaxError("A reference path may hold names and indexes only", at: 0)
        }
        for case .index(let index) in steps where index < 0 {
            throw PathSyntaxError("An index of a reference path must not be negative", at: 0)
        }
        self.text = text
        self.steps = steps
    }

    /// Whether it is `$`.
    package var isWhole: Bool { steps.isEmpty }

    /// Compares what is written.
    package static func == (one: ReferencePath, other: ReferencePath) -> Bool { one.text == other.text }

    /// What stands at the place; `nil` when nothing does.
    package func read(from input: JSON) -> JSON? {
        guard path.exists(from: input) else { return nil }
        return try? path.evaluate(from: input)  // What exists can be read: there is no failure to lose.
    }

    /// The input with a value at the place: objects on the way are created, arrays must reach so far.
    package func inserting(_ value: JSON, into input: JSON) throws(PathFailure) -> JSON {
        try inserting(value, into: input, at: 0, of: input)
    }

    private func inserting(_ value: JSON, into node: JSON, at position: Int, of input: JSON) throws(PathFailure) -> JSON
    {
        guard position < steps.count else { return value }
        switch (steps[position], node) {
        case (.key(let name), .object(var object)):
            object[name] = try inserting(value, into: object[name] ?? .emptyObject, at: position + 1, of: input)
            return .object(object)
        case (.index(let index), .array(var elements)) where elements.indices.contains(index):
            elements[index] = try inserting(value, into: elements[index], at: position + 1, of: input)
            return .array(elements)
        case (.key(let name), _): throw conflict(name, input)
        case (.index(let index), _): throw conflict(String(index), input)
        }
    }

    private func conflict(_ step: String, _ input: JSON) -> PathFailure {
        PathFailure(.conflict, path: text, detail: "Unable to apply step \"\(step)\" to input \(input.text)")
    }
}
