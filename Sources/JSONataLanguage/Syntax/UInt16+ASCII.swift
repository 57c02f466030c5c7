extension UInt16 {
    /// Whether a code unit is a character below U+10000.
    static func == (unit: UInt16, scalar: Unicode.Scalar) -> Bool { UInt32(unit) == scalar.value }

    /// Whether a code unit is another character.
    static func != (unit: UInt16, scalar: Unicode.Scalar) -> Bool { UInt32(unit) != scalar.value }

    /// Lets a `switch` over code units name characters.
    static func ~= (scalar: Unicode.Scalar, unit: UInt16) -> Bool { UInt32(unit) == scalar.value }
}
