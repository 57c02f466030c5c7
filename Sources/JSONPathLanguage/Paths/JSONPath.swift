import JSONTree

/// A JSONPath as Step Functions understands it: Jayway's dialect over the input (`$`), the context object (`$$`) or a variable (`$name`).
///
/// Source: Step Functions developer guide, "Managing state input and output"; where AWS is known to differ from Jayway, AWS was observed:
/// an index beyond the end of an array yields `null`, and a path that may name several nodes yields `[]` where something on its way is missing.
package struct JSONPath: Sendable {
    /// Where a path begins.
    package enum Origin: Sendable, Equatable {
        /// `$`.
        case input
        /// `$$`.
        case context
        /// `$name`.
        case variable(String)
    }

    /// The path as written.
    package let text: String
    /// Where it begins.
    package let origin: Origin
    /// Whether it names one node at most and yields that node; any other path yields an array of what it names.
    package let isDefinite: Bool
    /// The path as a chain of names and indexes, if it is one.
    @usableFromInline let plainSteps: [PlainStep]?
    private let steps: [PathStep]

    /// Reads a path.
    ///
    /// - Parameter allowingVariables: Whether `$name` is a variable; otherwise it is refused.
    package init(_ text: String, allowingVariables: Bool = true) throws(PathSyntaxError) {
        var parser = try PathParser(text)
        origin = try parser.readOrigin(allowingVariables: allowingVariables)
        steps = try parser.readSteps()
        self.text = text
        isDefinite = PathParser.isDefinite(steps)
        plainSteps = PathParser.plainSteps(steps)
    }

    /// Whether it reads the context object.
    package var readsContext: Bool { origin == .context }

    /// Whether it is `$`.
    package var isWholeInput: Bool { origin == .input && steps.isEmpty }

    /// The variable it reads, if any.
    package var variableName: String? { if case .variable(let name) = origin { name } else { nil } }

    /// Whether it is a reference path: names and indexes only.
    package var isReference: Bool { plainSteps != nil }

    /// The value of the path.
    @inlinable package func evaluate(in scope: some EvaluationScope) throws(PathFailure) -> JSON {
        switch origin {
        case .input: return try evaluate(from: scope.input)
        case .context: return try evaluate(from: scope.context)
        case .variable(let name):
            guard let value = scope.variable(name) else { throw missingVariable }
            return try evaluate(from: value)
        }
    }

    /// Whether the path names something, `null` included: what `IsPresent` asks. An index beyond the end names nothing.
    @inlinable package func exists(in scope: some EvaluationScope) -> Bool {
        switch origin {
        case .input: return exists(from: scope.input)
        case .context: return exists(from: scope.context)
        case .variable(let name): return scope.variable(name).map { exists(from: $0) } ?? false
        }
    }

    /// The value of the path in the document its origin stands for.
    @usableFromInline package func evaluate(from root: JSON) throws(PathFailure) -> JSON {
        guard let plainSteps else { return try evaluateSteps(from: root) }
        var node = root
        for position in plainSteps.indices {
            switch plainSteps[position] {
            case .key(let name):
                guard let next = node[name] else { throw missing(at: position, below: node, in: plainSteps) }
                node = next
            case .index(let index):
                guard case .array(let elements) = node else { throw missing(at: position, below: node, in: plainSteps) }
                let place = index < 0 ? elements.count + index : index
                node = elements.indices.contains(place) ? elements[place] : .null
            }
        }
        return node
    }

    /// Whether the path names something in the document its origin stands for.
    @usableFromInline package func exists(from root: JSON) -> Bool {
        guard let plainSteps else {
            // A path that fails names nothing.
            guard let value = try? evaluateSteps(from: root) else { return false }
            return isDefinite || value.arrayValue?.isEmpty == false
        }
        var node = root
        for step in plainSteps {
            switch step {
            case .key(let name):
                guard let next = node[name] else { return false }
                node = next
            case .index(let index):
                guard case .array(let elements) = node else { return false }
                let place = index < 0 ? elements.count + index : index
                guard elements.indices.contains(place) else { return false }
                node = elements[place]
            }
        }
        return true
    }

    /// The failure when the variable is not assigned.
    @usableFromInline var missingVariable: PathFailure {
        PathFailure(.notFound, path: text, detail: "No results for path: \(text)")
    }

    private func evaluateSteps(from root: JSON) throws(PathFailure) -> JSON {
        var evaluator = PathEvaluator(root: root)
        do {
            let matches = try evaluator.matches(of: steps, from: root)
            if !isDefinite { return .array(matches) }
            if let match = matches.first { return match }
        } catch {
            throw PathFailure(.other, path: text, detail: error.message)
        }
        throw PathFailure(.notFound, path: text, detail: "No results for path: \(text)")
    }

    private func missing(at position: Int, below node: JSON, in steps: [PlainStep]) -> PathFailure {
        let parent = "$" + steps[..<position].map(\.normalText).joined()
        let place = parent + steps[position].normalText
        let detail: String
        switch (steps[position], node) {
        case (.key, .object):
            detail = position == steps.count - 1 ? "No results for path: \(place)" : "Missing property in path \(place)"
        case (.key(let name), _):
            detail =
                "Expected to find an object with property ['\(name)'] in path \(parent) but found '\(JavaText.className(of: node))'. "
                + "This is not a json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonProvider'."
        case (.index(let index), _):
            detail = "Filter: [\(index)] can only be applied to arrays. Current context is: \(JavaText.text(of: node))"
        }
        return PathFailure(.notFound, path: text, detail: detail)
    }
}

extension JSONPath: Equatable {
    /// Compares what is written.
    package static func == (one: JSONPath, other: JSONPath) -> Bool {
        one.text == other.text && one.origin == other.origin
    }
}
