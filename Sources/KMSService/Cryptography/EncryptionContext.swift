import AWSWire

/// Names and values a ciphertext is bound to, as bytes that do not depend on their order.
struct EncryptionContext: Sendable {
    /// What is authenticated.
    let bytes: [UInt8]

    /// Takes names and values, each name once.
    init(_ pairs: [(key: String, value: String)]) {
        var bytes: [UInt8] = []
        func append(_ text: String) {
            withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes += text.utf8
        }
        for (key, value) in pairs.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            append(key)
            append(value)
        }
        self.bytes = bytes
    }

    /// Reads a member of a request.
    init(_ request: ActionInput, _ member: String = "EncryptionContext") throws(ServiceError) {
        self.init(try request.textMap(member))
    }
}
