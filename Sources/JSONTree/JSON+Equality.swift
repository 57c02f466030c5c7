extension JSON: Equatable {
    /// Compares numbers by value, strings by their code units, objects regardless of the order of their keys.
    @usableFromInline package static func == (one: JSON, other: JSON) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.integer(let one), .integer(let other)): one == other
        case (.double(let one), .double(let other)): one == other
        case (.string(let one), .string(let other)): one.hasSameCodeUnits(as: other)
        case (.array(let one), .array(let other)): one == other
        case (.object(let one), .object(let other)): one == other
        default: sameNumber(one, other)
        }
    }

    private static func sameNumber(_ one: JSON, _ other: JSON) -> Bool {
        guard let one = one.decimalNumber, let other = other.decimalNumber else { return false }
        return one == other
    }

    /// The number in its decimal form; a double counts as the shortest text that names it.
    private var decimalNumber: DecimalNumber? {
        switch self {
        case .integer(let value): DecimalNumber(String(value))
        case .double(let value) where value.isFinite: DecimalNumber(value.description)
        case .decimal(let text): DecimalNumber(text)
        default: nil
        }
    }
}

extension String {
    /// Whether both strings are the same UTF-8; unlike `==`, which takes `é` and `e` with an accent for equal.
    @inlinable package func hasSameCodeUnits(as other: String) -> Bool {
        let count = utf8.count
        guard count == other.utf8.count else { return false }
        var one = self
        var other = other
        return one.withUTF8 { one in
            other.withUTF8 { other in CodeUnits.areSame(one.baseAddress, other.baseAddress, count) }
        }
    }
}
