import Digests

/// A key for data, with its wrapped form, which goes with everything it seals. Stays in memory; never logged.
package struct DataKey: Sendable {
    private let plain: [UInt8]
    private let head: [UInt8]
    /// The ARN of the key that wrapped it.
    let wrappedBy: String
    /// When it was made, in monotonic milliseconds.
    let madeAt: Int64

    init(plain: [UInt8], wrapped: [UInt8], wrappedBy: String, resource: String, madeAt: Int64) {
        self.plain = plain
        head = SealedBytes.head(resource: resource, wrapped: wrapped)
        self.wrappedBy = wrappedBy
        self.madeAt = madeAt
    }

    /// Seals bytes for a place.
    package func seal(_ bytes: [UInt8], as place: SealedPlace) -> [UInt8] {
        head + AESGCM.seal(bytes, key: plain, context: head + Array(place.text.utf8))
    }
}
