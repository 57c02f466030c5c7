/// What is looked for in one line.
struct CodePattern: @unchecked Sendable {
    // Sendable: a regular expression is never changed once it is made.
    private let expression: Regex<Substring>

    /// `x!`, `try!`, `as!`; not `!=` and not `!x`.
    static let force = CodePattern(/\btry!|\bas!|[\w\)\]\}]!(?![=])/)
    /// A task that nobody waits for.
    static let bareTask = CodePattern(
        /(?:^|[^.\w])Task(?:\.detached|\.init)?\s*(?:\((?:priority|name|executorPreference)[^)]*\)\s*)?\{/)
    /// The time of day from Foundation.
    static let date = CodePattern(/\bDate\(\)|\bDate\.now\b/)
    /// A pause of a task.
    static let pause = CodePattern(/\bTask\.sleep\b/)
    /// Chance that cannot be repeated.
    static let chance = CodePattern(/\.random\(in|\bSystemRandomNumberGenerator\b|\.randomElement\(\)|\.shuffled\(\)/)
    /// Sharing the compiler cannot check.
    static let unchecked = CodePattern(/@unchecked Sendable/)
    /// Words of unfinished work.
    static let unfinished = CodePattern(/\b(?:TODO|FIXME|HACK)\b/)
    /// Lines that divide a file.
    static let banner = CodePattern(/\bMARK:|\/\/\s*[-=*#]{3,}/)

    private init(_ expression: Regex<Substring>) { self.expression = expression }

    /// Whether a line holds it.
    func matches(_ line: String) -> Bool { line.firstMatch(of: expression) != nil }

    /// The module a line imports.
    static func imported(_ line: String) -> String? {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let place = words.firstIndex(of: "import"),
            words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "package" || $0 == "public" })
        else { return nil }
        return words[(place + 1)...].last.map { String($0.split(separator: ".").first ?? "") }
    }
}
