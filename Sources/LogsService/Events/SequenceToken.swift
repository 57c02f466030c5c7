/// The token that clients of before 2023 hand back with their next batch; nobody looks at it any more.
enum SequenceToken {
    /// A stream's next token: 56 digits.
    static func of(_ stream: LogStream) -> String {
        EventPosition(milliseconds: stream.number, sequence: stream.sequence).id.replacingFirst(with: "4")
    }
}

extension String {
    /// The text with another first character.
    fileprivate func replacingFirst(with character: Character) -> String { String(character) + dropFirst() }
}
