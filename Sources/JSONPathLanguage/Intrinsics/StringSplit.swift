import JSONTree

extension IntrinsicFunction {
    /// `States.StringSplit(text, delimiters)`: the pieces between any of the delimiters' characters, empty ones left out. Observed, not documented.
    static func stringSplit(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        let text = try arguments.string(0)
        let delimiters = Set(try arguments.string(1).unicodeScalars)
        var pieces: [JSON] = []
        var piece = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !delimiters.contains(scalar) {
                piece.append(scalar)
            } else if !piece.isEmpty {
                pieces.append(.string(String(piece)))
                piece = String.UnicodeScalarView()
            }
        }
        if !piece.isEmpty { pieces.append(.string(String(piece))) }
        return .array(pieces)
    }
}
