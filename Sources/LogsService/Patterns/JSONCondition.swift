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
    }

    /// What a value is compared with.
    enum Operand: Sendable, Equatable {
        case number(Double)
        /// May hold `*` for any characters.
        case text(String)
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
            switch comparison {
            case .equal: return number == wanted
            case .unequal: return number != wanted
            case .less: return number < wanted
            case .greater: return number > wanted
            case .atMost: return number <= wanted
            case .atLeast: return number >= wanted
            }
        case .text(let wanted):
            guard let text = value.stringValue else { return comparison == .unequal && !value.isNull }
            let isSame = matches(Array(text.utf8), Array(wanted.utf8))
            return comparison == .equal ? isSame : comparison == .unequal && !isSame
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
