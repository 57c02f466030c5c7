/// Numbers as sixteen hex digits, which sort as the numbers do.
enum HexNumber {
    /// The digits of a number; negative ones count as zero.
    static func text(_ number: Int64) -> String {
        let digits = String(max(0, number), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
