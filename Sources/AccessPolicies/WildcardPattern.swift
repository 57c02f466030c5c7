/// A text in which `*` stands for any run of characters and `?` for any one.
package struct WildcardPattern: Sendable, Equatable {
    /// One place of a pattern.
    enum Token: Sendable, Equatable {
        case character(Unicode.Scalar)
        case anyOne
        case anyRun
    }

    private var tokens: [Token]
    private let ignoresCase: Bool

    /// Takes the wildcards of a text as such.
    package init(_ text: some StringProtocol, ignoringCase ignoresCase: Bool = false) {
        self.init([], ignoringCase: ignoresCase)
        append(text)
    }

    /// Starts with tokens.
    init(_ tokens: [Token], ignoringCase ignoresCase: Bool = false) {
        (self.tokens, self.ignoresCase) = (tokens, ignoresCase)
    }

    /// Adds a text whose wildcards are such.
    mutating func append(_ text: some StringProtocol) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "*": if tokens.last != .anyRun { tokens.append(.anyRun) }
            case "?": tokens.append(.anyOne)
            default: tokens.append(.character(folded(scalar)))
            }
        }
    }

    /// Adds a text that stands for itself.
    mutating func append(literal text: String) {
        tokens.append(contentsOf: text.unicodeScalars.map { .character(folded($0)) })
    }

    /// The pattern cut at each of its first colons, into at most six segments: as an ARN is.
    var segments: [WildcardPattern] {
        tokens.split(separator: .character(":"), maxSplits: 5, omittingEmptySubsequences: false).map {
            WildcardPattern(Array($0), ignoringCase: ignoresCase)
        }
    }

    /// A single star.
    var isEverything: Bool { tokens == [.anyRun] }

    /// Whether a whole text is like this. Work grows with the product of both lengths at most.
    package func matches(_ text: some StringProtocol) -> Bool {
        let text = text.unicodeScalars.map { folded($0) }
        var (place, token) = (0, 0)
        // Where to go on when what follows the last star does not fit here: one character further.
        var retry: (place: Int, token: Int)?
        while place < text.count {
            if token < tokens.count, tokens[token] == .anyRun {
                retry = (place, token + 1)
                token += 1
            } else if token < tokens.count, fits(tokens[token], text[place]) {
                (place, token) = (place + 1, token + 1)
            } else if let (last, after) = retry {
                retry = (last + 1, after)
                (place, token) = (last + 1, after)
            } else {
                return false
            }
        }
        return tokens[token...].allSatisfy { $0 == .anyRun }
    }

    private func fits(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
        switch token {
        case .character(let wanted): wanted == scalar
        case .anyOne: true
        case .anyRun: false
        }
    }

    /// ASCII letters in lower case where case does not count.
    private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard ignoresCase, ("A"..."Z").contains(scalar) else { return scalar }
        return Unicode.Scalar(UInt8(scalar.value) | 0x20)
    }
}
