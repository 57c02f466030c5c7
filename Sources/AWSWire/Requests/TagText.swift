/// What keys and values of tags may be made of, where a service's model does not say it.
///
/// Source: AWS Tagging user guide, "Tag naming limits and requirements".
package enum TagText {
    /// Characters of a key; there is at least one.
    package static let keyMax = 128
    /// Characters of a value.
    package static let valueMax = 256

    /// Whether a text is letters, digits, spaces and `_ . : / = + - @`. Beyond ASCII every character is taken for a letter.
    package static func isValid(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case 0x20, 0x2B, 0x2D...0x3A, 0x3D, 0x40...0x5A, 0x5F, 0x61...0x7A, 0x80...: true
            default: false
            }
        }
    }
}
