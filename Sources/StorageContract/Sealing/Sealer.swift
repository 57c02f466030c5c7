import Digests
import ResourceNames
import Synchronization

/// Seals bytes before they reach the store and opens them when they come back: an envelope of a data key per resource, which a key authority wraps.
///
/// A data key is used no longer than its owner allows. Whether the key behind it may still be used is asked every time, so that a key that is
/// disabled locks what it has sealed at once. What is not sealed passes as it is. [any thread]
package final class Sealer: Sendable {
    /// Data keys kept at once; more only costs new ones.
    private static let dataKeysMax = 1_000

    private let authority: (any KeyAuthority)?
    private let contextName: String
    private let now: @Sendable () -> Int64
    private let dataKeys = Mutex<[SealingKey: DataKey]>([:])

    /// - Parameters:
    ///   - authority: Wraps data keys; without one there are no keys.
    ///   - contextName: Under which name the encryption context holds the resource's ARN.
    ///   - now: Monotonic milliseconds.
    package init(authority: (any KeyAuthority)?, contextName: String, now: @escaping @Sendable () -> Int64) {
        self.authority = authority
        self.contextName = contextName
        self.now = now
    }

    /// Whether bytes are sealed.
    package static func isSealed(_ bytes: [UInt8]) -> Bool { SealedBytes.isSealed(bytes) }

    /// Finds out whether a key may be used.
    ///
    /// - Returns: Its ARN.
    @discardableResult
    package func check(_ keyID: String, for resource: String) throws(KeyFailure) -> String {
        guard let authority, let territory = Self.territory(of: resource) else { throw .notFound(key: keyID) }
        return try authority.usableKey(keyID, in: territory)
    }

    /// The data key to seal with now.
    package func dataKey(for key: SealingKey) throws(KeyFailure) -> DataKey {
        let wrapping = try check(key.keyID, for: key.resource)
        let now = now()
        if let known = dataKeys.withLock({ $0[key] }), known.wrappedBy == wrapping,
            now - known.madeAt < Int64(key.reuseSeconds) * 1_000
        {
            return known
        }
        guard let authority else { throw .notFound(key: key.keyID) }
        let (plain, wrapped) = try authority.wrapNew(under: wrapping, context: [(contextName, key.resource)])
        let fresh = DataKey(
            plain: plain, wrapped: wrapped, wrappedBy: wrapping, resource: key.resource, madeAt: now)
        dataKeys.withLock { keys in
            if keys.count >= Self.dataKeysMax { keys.removeAll() }
            keys[key] = fresh
        }
        return fresh
    }

    /// Opens what was sealed for a place; what was not sealed is given back as it is.
    package func open(_ bytes: [UInt8], as place: SealedPlace) throws(KeyFailure) -> [UInt8] {
        guard SealedBytes.isSealed(bytes) else { return bytes }
        guard let authority, let sealed = SealedBytes(bytes), let territory = Self.territory(of: sealed.resource) else {
            throw .damaged(place: place.text)
        }
        let key = try authority.unwrap(sealed.wrapped, in: territory, context: [(contextName, sealed.resource)])
        let context = Array(sealed.head) + Array(place.text.utf8)
        guard let plain = AESGCM.open(sealed.ciphertext, key: key, context: context) else {
            throw .damaged(place: place.text)
        }
        return plain
    }

    private static func territory(of resource: String) -> Territory? {
        ARN(resource).map { Territory(account: $0.account, region: $0.region) }
    }
}
