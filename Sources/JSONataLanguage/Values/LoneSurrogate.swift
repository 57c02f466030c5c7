/// Halves of surrogate pairs, which JavaScript's strings may hold and Swift's may not.
///
/// Half number `k` travels as the private-use scalar U+10F800 + k and becomes half a pair again wherever code units
/// matter. A text that truly holds such a scalar (the last 2,048 of the last plane, never assigned) would be taken for
/// one that holds halves.
enum LoneSurrogate {
    private static let base: UInt32 = 0x10_F800

    /// The stand-in of half a pair.
    static func scalar(_ unit: UInt16) -> Unicode.Scalar {
        Unicode.Scalar(base + UInt32(unit - 0xD800)) ?? "\u{FFFD}"
    }

    /// The half a scalar stands for.
    static func unit(_ scalar: Unicode.Scalar) -> UInt16? {
        scalar.value >= base ? UInt16(truncatingIfNeeded: scalar.value - base + 0xD800) : nil
    }

    /// Whether a text holds any half.
    static func isIn(_ text: String) -> Bool {
        guard text.utf8.contains(0xF4) else { return false }
        return text.unicodeScalars.contains { $0.value >= base }
    }

    /// Whether two texts in a row bring the halves of a pair together.
    static func meet(_ one: String, _ other: String) -> Bool {
        guard let first = one.unicodeScalars.last, first.value >= base, let second = other.unicodeScalars.first,
            second.value >= base
        else { return false }
        return true
    }

    /// A text whose neighbouring halves have become pairs.
    static func joined(_ text: String) -> String { isIn(text) ? UTF16Text.text(UTF16Text.units(text)) : text }

    /// A text others can read: the replacement character stands for each half.
    static func replaced(_ text: String) -> String {
        guard isIn(text) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(scalar.value >= base ? "\u{FFFD}" : scalar) }
        return String(scalars)
    }
}
