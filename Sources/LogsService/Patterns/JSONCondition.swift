import JSONTree

/// A condition on a JSON message: `{ $.a = "x*" && ($.b > 3 || $.c NOT EXISTS) }`.
indirect enum JSONCondition: Sendable {
    /// How a value is compared.
    enum Comparison: String, Sendable {
        case equal = "="
        case unequal = "!="
        case less = "<"
        case greater = ">"
        case atMost = "<="
        case atLeast = ">="

        /// Whether a number stands so to another.
        func holds(_ number: Double, _ wanted: Double) -> Bool {
            switch self {
            case .equal: number == wanted
            case .unequal: number != wanted
            case .less: number < wanted
            case .greater: number > wanted
            case .atMost: number <= wanted
            case .atLeast: number >= wanted
            }
        }
    }

    /// What a value is compared with.
    enum Operand: Sendable {
        case number(Double)
        /// May hold `*` for any characters.
        case text(String)
        /// Matches somewhere in the value.
        case expression(TextExpression)

        /// Whether a text is what a text or an expression asks for.
        func isMet(by text: String) -> Bool {
            switch self {
            case .number: false
            case .text(let wanted): JSONCondition.matches(Array(text.utf8), Array(wanted.utf8))
            case .expression(let expression): expression.matches(text)
            }
        }
    }

    /// What a value is asked to be.
    enum Quality: Sendable {
        case null, isTrue, isFalse
    }

    case both(JSONCondition, JSONCondition)
    case either(JSONCondition, JSONCondition)
    case compare(JSONSelector, Comparison, Operand)
    case quality(JSONSelector, Quality)
    case notExists(JSONSelector)

    /// Whether it holds; of several values one is enough.
    func holds(in tree: JSON) -> Bool {
        switch self {
        case .both(let one, let other): one.holds(in: tree) && other.holds(in: tree)
        case .either(let one, let other): one.holds(in: tree) || other.holds(in: tree)
        case .compare(let selector, let comparison, let operand):
            selector.values(in: tree).contains { Self.compare($0, comparison, operand) }
        case .quality(let selector, .null): selector.values(in: tree).contains { $0.isNull }
        case .quality(let selector, .isTrue): selector.values(in: tree).contains { $0 == true }
        case .quality(let selector, .isFalse): selector.values(in: tree).contains { $0 == false }
        case .notExists(let selector): selector.values(in: tree).isEmpty
        }
    }

    private static func compare(_ value: JSON, _ comparison: Comparison, _ operand: Operand) -> Bool {
        switch operand {
        case .number(let wanted):
            guard value.isNumber, let number = value.doubleValue else { return comparison == .unequal && !value.isNull }
            return comparison.holds(number, wanted)
        case .text, .expression:
            guard let text = value.stringValue else { return comparison == .unequal && !value.isNull }
            return operand.isMet(by: text) == (comparison == .equal)
        }
    }

    /// Whether a text is what a pattern with `*` says.
    private static func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (place, wanted) = (0, 0)
        var retry: (place: Int, wanted: Int)?
        while place < text.count {
            if wanted < pattern.count, pattern[wanted] == UInt8(ascii: "*") {
                retry = (place, wanted + 1)
                wanted += 1
            } else if wanted < pattern.count, pattern[wanted] == text[place] {
                (place, wanted) = (place + 1, wanted + 1)
            } else if let last = retry {
                retry = (last.place + 1, last.wanted)
                (place, wanted) = (last.place + 1, last.wanted)
            } else {
                return false
            }
        }
        return pattern[wanted...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
