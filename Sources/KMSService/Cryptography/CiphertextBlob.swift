import Digests
import ResourceNames

/// What `Encrypt` answers: the id of the key, then what AES-256-GCM made under it. The id and the encryption context are authenticated too.
struct CiphertextBlob: Sendable {
    /// The id of the key it was made under.
    let keyID: String
    private let head: ArraySlice<UInt8>
    private let sealed: ArraySlice<UInt8>

    /// The first byte.
    private static let version: UInt8 = 1
    /// Version and key id.
    private static let headBytes = 17

    /// Reads a blob; `nil` when it was not made here.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > Self.headBytes, bytes[0] == Self.version else { return nil }
        func word(_ place: Int) -> UInt64 { bytes[place..<(place + 8)].reduce(0) { $0 << 8 | UInt64($1) } }
        keyID = UUIDText.text(high: word(1), low: word(9))
        head = bytes[..<Self.headBytes]
        sealed = bytes[Self.headBytes...]
    }

    /// Encrypts.
    static func seal(_ plaintext: [UInt8], keyID: String, material: [UInt8], _ context: EncryptionContext) -> [UInt8] {
        guard let words = UUIDText.words(keyID) else { preconditionFailure("the id of a key is a UUID") }
        var head: [UInt8] = [version]
        for word in [words.high, words.low] {
            withUnsafeBytes(of: word.bigEndian) { head.append(contentsOf: $0) }
        }
        return head + AESGCM.seal(plaintext, key: material, context: head + context.bytes)
    }

    /// Decrypts; `nil` when the blob was changed, or the context is another.
    func open(material: [UInt8], _ context: EncryptionContext) -> [UInt8]? {
        AESGCM.open(sealed, key: material, context: Array(head) + context.bytes)
    }
}
