import Digests

/// Ids that IAM gives: a prefix that tells the kind, and sixteen characters of chance.
enum IAMIdentifier {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// `AROA`, `AIDA`, `ANPA`, `AKIA` and sixteen more.
    static func fresh(_ prefix: String) -> String {
        text(prefix, SecureRandom.bytes(16))
    }

    /// The id that belongs to a call and its repeats.
    static func of(_ idempotencyKey: String, _ prefix: String) -> String {
        text(prefix, Digests.sha256(idempotencyKey.utf8).prefix(16))
    }

    private static func text(_ prefix: String, _ bytes: some Sequence<UInt8>) -> String {
        prefix + String(decoding: bytes.map { letters[Int($0 & 31)] }, as: UTF8.self)
    }

    /// Forty characters that nobody guesses.
    static func freshSecret() -> String { Base64.encode(SecureRandom.bytes(30)) }
}
