import Digests
import ResourceNames
import StorageContract
import Synchronization

/// Wraps data keys under keys that a test makes, locks and loses.
package final class KeysInMemory: KeyAuthority {
    private struct State {
        var materials: [String: [UInt8]] = [:]
        var locked: [String: KeyState] = [:]
        var denied: Set<String> = []
        var wraps = 0
    }
    private let state = Mutex(State())

    /// - Parameter names: Keys that are there.
    package init(_ names: String...) {
        state.withLock { state in
            for name in names { state.materials[name] = SecureRandom.bytes(AESGCM.keyBytes) }
        }
    }

    /// Data keys made so far.
    package var wrapCount: Int { state.withLock(\.wraps) }

    /// Makes a key unusable, or usable again.
    package func lock(_ name: String, _ reason: KeyState?) { state.withLock { $0.locked[name] = reason } }

    /// Lets nobody use a key.
    package func deny(_ name: String) { state.withLock { _ = $0.denied.insert(name) } }

    /// Loses a key for ever.
    package func lose(_ name: String) { state.withLock { $0.materials[name] = nil } }

    package func usableKey(_ key: String, in territory: Territory) throws(KeyFailure) -> String {
        _ = try material(of: key)
        return key
    }

    package func wrapNew(under key: String, context: [(key: String, value: String)]) throws(KeyFailure) -> (
        plain: [UInt8], wrapped: [UInt8]
    ) {
        let material = try material(of: key)
        state.withLock { $0.wraps += 1 }
        let plain = SecureRandom.bytes(AESGCM.keyBytes)
        let wrapped = AESGCM.seal(plain, key: material, context: Self.bytes(of: context))
        return (plain, [UInt8(key.utf8.count)] + Array(key.utf8) + wrapped)
    }

    package func unwrap(
        _ wrapped: [UInt8], in territory: Territory, context: [(key: String, value: String)]
    ) throws(KeyFailure) -> [UInt8] {
        let count = wrapped.first.map { Int($0) } ?? 0
        guard count > 0, wrapped.count > count else { throw .damaged(place: "a data key") }
        let key = String(decoding: wrapped[1...count], as: UTF8.self)
        guard
            let plain = AESGCM.open(
                wrapped[(count + 1)...], key: try material(of: key), context: Self.bytes(of: context))
        else { throw .damaged(place: "a data key") }
        return plain
    }

    private func material(of key: String) throws(KeyFailure) -> [UInt8] {
        let (material, lock, isDenied) = state.withLock { ($0.materials[key], $0.locked[key], $0.denied.contains(key)) }
        guard let material else { throw .notFound(key: key) }
        if isDenied { throw .denied(key: key) }
        if let lock { throw .unusable(key: key, lock) }
        return material
    }

    private static func bytes(of context: [(key: String, value: String)]) -> [UInt8] {
        context.flatMap { Array("\($0.key)=\($0.value);".utf8) }
    }
}
