import AWSWire
import JSONTree

/// A filter pattern: terms, a condition on JSON messages, or fields that spaces divide.
///
/// Source: CloudWatch Logs user guide, "Filter pattern syntax".
struct FilterPattern: Sendable {
    private enum Kind {
        /// An empty pattern matches everything.
        case everything
        case terms(TermPattern)
        case json(JSONCondition)
        case fields(FieldPattern)
    }

    private let kind: Kind

    /// Reads a pattern.
    ///
    /// - Throws: `InvalidParameterException` when it is none.
    init(_ text: String) throws(ServiceError) {
        guard let first = text.first(where: { !$0.isWhitespace }) else {
            kind = .everything
            return
        }
        switch first {
        case "{": kind = .json(try JSONConditionReader.read(text))
        case "[": kind = .fields(try FieldPatternReader.read(text))
        default: kind = .terms(try TermPattern(text))
        }
    }

    /// Whether a message matches.
    func matches(_ message: String) -> Bool {
        switch kind {
        case .everything: return true
        case .terms(let terms): return terms.matches(message)
        case .fields(let fields): return fields.matches(message)
        case .json(let condition):
            // A message that is no JSON object does not match, whatever is wrong with it.
            guard let tree = try? JSON.parse(message), tree.isObject || tree.isArray else { return false }
            return condition.holds(in: tree)
        }
    }
}
