import Digests

/// Ids that IAM gives: a prefix that tells the kind, and sixteen characters of chance.
enum IAMIdentifier {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// `AROA`, `AIDA`, `ANPA`, `AKIA` and sixteen more.
    static func fresh(_ prefix: String) -> String {
        prefix + String(decoding: SecureRandom.bytes(16).map { letters[Int($0 & 31)] }, as: UTF8.self)
    }

    /// Forty characters that nobody guesses.
    static func freshSecret() -> String { Base64.encode(SecureRandom.bytes(30)) }
}
