/// How a picture wants words and letters written.
enum LetterCase: Sendable {
    /// `N`, `A`, `I`, `W`.
    case upper
    /// `n`, `a`, `i`, `w`.
    case lower
    /// `Nn`, `Ww`.
    case title

    /// A text of ASCII letters that is in title case, written so.
    func apply(to text: String) -> String {
        let bytes = text.utf8.map { byte -> UInt8 in
            switch self {
            case .upper: (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
            case .lower: (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
            case .title: byte
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
