/// What must be known of a regular expression before it is read: how many groups it captures, and whether any has a name.
///
/// A backslash and a number means a group only if there are that many, and `\k` a name only if there are names.
struct PatternScan {
    /// Capturing groups.
    private(set) var groups = 0
    /// Whether a group has a name.
    private(set) var hasNames = false

    /// Looks through an expression.
    init(_ source: [UInt16]) {
        var isInClass = false
        var position = 0
        while position < source.count {
            switch Unicode.Scalar(source[position]) {
            case "\\": position += 1
            case "[": isInClass = true
            case "]": isInClass = false
            case "(" where !isInClass: note(source[(position + 1)...].prefix(3).map { Unicode.Scalar($0) ?? " " })
            default: break
            }
            position += 1
        }
    }

    private mutating func note(_ next: [Unicode.Scalar]) {
        guard next.first == "?" else {
            groups += 1
            return
        }
        let kind = next.dropFirst()
        guard kind.first == "<", let after = kind.dropFirst().first, after != "=", after != "!" else { return }
        groups += 1
        hasNames = true
    }
}
