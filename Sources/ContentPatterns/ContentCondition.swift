import JSONTree

/// One condition in a list of a pattern.
indirect enum ContentCondition: Sendable {
    /// The very value; numbers are compared by value.
    case equals(JSON)
    /// A text that begins so.
    case prefix(String, ignoresCase: Bool)
    /// A text that ends so.
    case suffix(String, ignoresCase: Bool)
    /// A text that is the same but for capitals.
    case equalsIgnoringCase(String)
    /// A text with `*` for any run of characters.
    case wildcard(WildcardText)
    /// A number within bounds.
    case numeric([NumericBound])
    /// An IP address within a block.
    case cidr(AddressBlock)
    /// Whether there is a leaf at all.
    case exists(Bool)
    /// A leaf that meets none of these.
    case noneOf([ContentCondition])

    /// One comparison with a number.
    struct NumericBound: Sendable {
        /// `=`, `<`, `<=`, `>` or `>=`.
        let comparison: String
        /// What is compared with.
        let number: Double

        /// Whether a number keeps to it.
        func holds(_ value: Double) -> Bool {
            switch comparison {
            case "=": value == number
            case "<": value < number
            case "<=": value <= number
            case ">": value > number
            default: value >= number
            }
        }
    }

    /// Whether one of a field's leaves meets it; a field without leaves counts as absent.
    func isMet(byAnyOf leaves: [JSON]) -> Bool {
        if case .exists(let isWanted) = self { return isWanted != leaves.isEmpty }
        return leaves.contains { isMet(by: $0) }
    }

    private func isMet(by value: JSON) -> Bool {
        switch self {
        case .equals(let wanted): return value == wanted
        case .numeric(let bounds):
            guard value.isNumber, let number = value.doubleValue else { return false }
            return bounds.allSatisfy { $0.holds(number) }
        case .noneOf(let conditions): return !conditions.contains { $0.isMet(by: value) }
        case .exists(let isWanted): return isWanted
        case .prefix, .suffix, .equalsIgnoringCase, .wildcard, .cidr:
            guard let text = value.stringValue else { return false }
            return isMet(byText: text)
        }
    }

    private func isMet(byText text: String) -> Bool {
        switch self {
        case .prefix(let start, let ignoresCase):
            (ignoresCase ? text.lowercased() : text).utf8.starts(with: start.utf8)
        case .suffix(let end, let ignoresCase):
            (ignoresCase ? text.lowercased() : text).utf8.reversed().starts(with: end.utf8.reversed())
        case .equalsIgnoringCase(let wanted): text.lowercased() == wanted
        case .wildcard(let wildcard): wildcard.matches(text)
        case .cidr(let block): block.contains(text)
        default: false
        }
    }
}
