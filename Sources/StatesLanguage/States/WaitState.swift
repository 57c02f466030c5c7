import JSONPathLanguage
import JSONTree
import ResourceNames

/// `Wait`: lets time pass.
package struct WaitState: Sendable {
    /// What ends the wait.
    package enum Until: Sendable {
        /// That many seconds after the state was entered.
        case seconds(NumberSource)
        /// A timestamp text, or the path to one.
        case timestamp(TextSource)
    }
    /// What ends the wait.
    package var until: Until
    /// Where it leads.
    package var next: Transition

    /// Puts a state together.
    package init(until: Until, next: Transition) {
        self.until = until
        self.next = next
    }
}

extension WaitState {
    /// What may stand in such a state beside the fields of every state, in JSONPath.
    static let fieldNames: Set<String> = [
        "Seconds", "SecondsPath", "Timestamp", "TimestampPath", "InputPath", "OutputPath", "Assign", "Next", "End",
    ]

    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ fields: Fields, in graph: GraphReading) -> WaitState? {
        fields.oneOf(["SecondsPath", "Seconds", "TimestampPath", "Timestamp"], isRequired: true)
        let until = readUntil(fields)
        guard let next = graph.transition(of: fields), let until else { return nil }
        return WaitState(until: until, next: next)
    }

    private static func readUntil(_ fields: Fields) -> Until? {
        if fields.language == .jsonata {
            if case .expression(let text)? = fields.textOrExpression("Seconds") { return .seconds(.expression(text)) }
            if case .expression(let text)? = fields.textOrExpression("Timestamp") {
                return .timestamp(.expression(text))
            }
        }
        if let seconds = fields.integer("Seconds", 0...Limits.secondsMax) { return .seconds(.constant(seconds)) }
        if let path = fields.singlePath("SecondsPath") { return .seconds(.path(path)) }
        if let path = fields.singlePath("TimestampPath") { return .timestamp(.path(path)) }
        guard let text = fields.text("Timestamp") else { return nil }
        guard Timestamp(iso8601: text) != nil else {
            fields.refuse("Timestamp", "String does not match RFC3339 timestamp")
            return nil
        }
        return .timestamp(.constant(text))
    }
}
