/// The names that the parts of a template have within it.
enum LogicalName {
    private static let bytesMax = 255

    /// Whether a text is one: letters and digits.
    static func isValid(_ text: String) -> Bool {
        (1...bytesMax).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    }
}
