/// Looks for what is allowed and yet hardly meant.
enum Lints {
    /// Whether a text would be a path or a call if it stood in another field.
    static func looksLikePath(_ text: String) -> Bool {
        for start in ["$.", "$$.", "$["] where text.utf8.starts(with: start.utf8) { return true }
        return text.utf8.starts(with: "States.".utf8) && text.utf8.last == UInt8(ascii: ")")
    }
}
