import JSONTree
import JSONataLanguage

/// What an expression may read, by the field it stands in.
enum ExpressionPlace {
    /// Before the state has a result: `Arguments`, `Items`, conditions, time limits.
    case before
    /// `Output` and `Assign` of a state.
    case after
    /// `Output` and `Assign` of a catcher, which see the error.
    case catching
}

extension Fields {
    /// A field with expressions in it; `nil` when absent or refused.
    func jsonata(_ name: String, _ expressions: ExpressionPlace = .before) -> JSONataTemplate? {
        guard let value = object[name] else { return nil }
        return jsonata(value, at: place.field(name), expressions)
    }

    /// A text that may be an expression.
    enum TextOrExpression {
        /// As written.
        case text(String)
        /// To be computed.
        case expression(JSONataText)
    }

    /// Reads a text that may be an expression; `nil` when absent, no text, or refused.
    func textOrExpression(_ name: String) -> TextOrExpression? {
        guard let text = object[name]?.stringValue else { return nil }
        switch JSONataText.marks(of: text) {
        case .none: return .text(text)
        case .one, .both: return expression(text, at: place.field(name), .before).map(TextOrExpression.expression)
        }
    }

    private func jsonata(_ value: JSON, at place: Place, _ expressions: ExpressionPlace) -> JSONataTemplate? {
        switch value {
        case .string(let text):
            if JSONataText.marks(of: text) == .none { return .constant(value) }
            return expression(text, at: place, expressions).map(JSONataTemplate.expression)
        case .array(let elements):
            let parts = elements.enumerated().map { jsonata($1, at: place.element($0), expressions) }
            let read = parts.compactMap { $0 }
            guard read.count == parts.count else { return nil }
            return read.allSatisfy(\.isConstant) ? .constant(value) : .array(read)
        case .object(let object):
            let parts = object.map { (key: $0.key, value: jsonata($0.value, at: place.field($0.key), expressions)) }
            let read = parts.compactMap { part in
                part.value.map { JSONataTemplate.Member(key: part.key, value: $0) }
            }
            guard read.count == parts.count else { return nil }
            return read.allSatisfy(\.value.isConstant) ? .constant(value) : .object(read)
        default: return .constant(value)
        }
    }

    private func expression(_ text: String, at place: Place, _ expressions: ExpressionPlace) -> JSONataText? {
        guard case .both(let inner) = JSONataText.marks(of: text) else {
            problems.error(
                "The JSONata expression '\(text)' must begin with '{%' and end with '%}'", at: place,
                code: ProblemCode.invalidExpression)
            return nil
        }
        do throws(JSONataError) {
            let compiled = try JSONataText(inner)
            variables.note(compiled.expression.facts.reads.lazy.map(\.name).filter { $0 != "states" })
            return isSupported(compiled, at: place, expressions) ? compiled : nil
        } catch {
            // AWS leaves JSONata's code out. Observed.
            problems.error(error.message, at: place, code: ProblemCode.invalidExpression)
            return nil
        }
    }

    /// Names at the top level find nothing, since an expression has no input of its own. AWS was observed to tell of each name once.
    private func isSupported(_ text: JSONataText, at place: Place, _ expressions: ExpressionPlace) -> Bool {
        let facts = text.expression.facts
        var names: [String] = []
        for name in text.topLevelNames where !names.contains(name) { names.append(name) }
        if expressions != .catching,
            facts.reads.contains(where: { $0.name == "states" && $0.path.first == "errorOutput" })
        {
            names.append("$states.errorOutput")
        }
        for name in names {
            let what = name.utf8.count > 2 && name.utf8.first == UInt8(ascii: "$") ? "is" : "at the top level is"
            problems.error(
                "Reference to '\(name)' \(what) not supported.", at: place, code: ProblemCode.unsupportedExpression)
        }
        return names.isEmpty
    }
}

extension JSONataTemplate {
    /// Whether nothing in it is computed.
    fileprivate var isConstant: Bool { if case .constant = self { true } else { false } }
}
