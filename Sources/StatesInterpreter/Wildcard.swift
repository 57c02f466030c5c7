/// `StringMatches`: `*` stands for any run of characters, `\*` for a star, `\\` for a backslash.
enum Wildcard {
    private enum Piece { case any, byte(UInt8) }

    /// Whether a text is what a pattern describes. Linear but for backtracking to the last star.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let text = Array(text.utf8)
        let pieces = pieces(of: pattern)
        var position = 0
        var piece = 0
        var star: (piece: Int, position: Int)?
        while position < text.count {
            if piece < pieces.count {
                switch pieces[piece] {
                case .any:
                    star = (piece, position)
                    piece += 1
                    continue
                case .byte(let byte) where byte == text[position]:
                    position += 1
                    piece += 1
                    continue
                case .byte: break
                }
            }
            guard let last = star else { return false }
            star = (last.piece, last.position + 1)
            piece = last.piece + 1
            position = last.position + 1
        }
        while piece < pieces.count, case .any = pieces[piece] { piece += 1 }
        return piece == pieces.count
    }

    private static func pieces(of pattern: String) -> [Piece] {
        var pieces: [Piece] = []
        var isEscaped = false
        for byte in pattern.utf8 {
            if isEscaped {
                pieces.append(.byte(byte))
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                pieces.append(byte == UInt8(ascii: "*") ? .any : .byte(byte))
            }
        }
        if isEscaped { pieces.append(.byte(UInt8(ascii: "\\"))) }
        return pieces
    }
}
