import JSONTree

extension FilterValue {
    /// Equality as filters know it: a number equals a string that spells it.
    func equals(_ other: FilterValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.number(let one), .number(let other)): one == other
        case (.number(let one), .string(let other)): Self.number(spelled: other).map { $0 == one } ?? false
        case (.string(let one), .number(let other)): one.hasSameCodeUnits(as: other.numberText ?? "")
        case (.string(let one), .string(let other)): one.hasSameCodeUnits(as: other)
        case (.json(let one), .json(let other)): one == other
        default: false
        }
    }

    /// Whether both are of one type.
    func hasSameType(as other: FilterValue) -> Bool {
        switch (self, other) {
        case (.undefined, .undefined), (.null, .null), (.bool, .bool), (.number, .number), (.string, .string),
            (.json, .json):
            true
        default: false
        }
    }

    /// The order of two values, if they have one: negative, zero or positive. A number and a string compare as texts.
    func compare(_ other: FilterValue) -> Int? {
        switch (self, other) {
        case (.number(let one), .number(let other)):
            if case .integer(let one) = one, case .integer(let other) = other {
                return one < other ? -1 : one > other ? 1 : 0
            }
            guard let one = one.doubleValue, let other = other.doubleValue else { return nil }
            return one < other ? -1 : one > other ? 1 : 0
        case (.string(let one), .string(let other)): return UTF16Order.compare(one, other)
        case (.string(let one), .number(let other)): return other.numberText.map { UTF16Order.compare(one, $0) }
        case (.number(let one), .string(let other)): return one.numberText.map { UTF16Order.compare($0, other) }
        default: return nil
        }
    }

    /// The length of a string in UTF-16 units, of an array or object in members.
    var size: Int? {
        switch self {
        case .string(let text): text.utf16.count
        case .json(.array(let elements)): elements.count
        case .json(.object(let object)): object.count
        default: nil
        }
    }

    /// The number without its fraction, if it is one.
    var wholeNumber: Int? {
        guard case .number(let number) = self, let value = number.doubleValue else { return nil }
        return Int(exactly: value.rounded(.towardZero))
    }

    /// What a regular expression is matched with.
    var patternInput: String {
        switch self {
        case .string(let text): text
        case .number(let number): number.numberText ?? ""
        case .bool(let value): value ? "true" : "false"
        default: ""
        }
    }

    private static func number(spelled text: String) -> JSON? {
        // A text that is no JSON equals no number. One of more digits than any number has is not worth reading for every node.
        guard text.utf8.count <= 512, let value = try? JSON.parse(text, options: JSONReadingOptions(maxDepth: 1)),
            value.isNumber
        else { return nil }
        return value
    }
}
