/// Rules for calls of intrinsic functions that only count when a definition is checked.
enum IntrinsicText {
    /// Whether a string of the call has a backslash before something that needs none.
    ///
    /// AWS was observed to refuse `\"` and `\n` there; `\'`, `\{`, `\}` and `\\` are all there is.
    static func hasUnknownEscape(_ call: String) -> Bool {
        var isInString = false
        var isEscaped = false
        for byte in call.utf8 {
            if isEscaped {
                guard "'{}\\".utf8.contains(byte) else { return true }
                isEscaped = false
            } else if byte == UInt8(ascii: "'") {
                isInString.toggle()
            } else if byte == UInt8(ascii: "\\"), isInString {
                isEscaped = true
            }
        }
        return false
    }
}
