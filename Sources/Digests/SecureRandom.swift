import CCrypto

/// Bytes that nobody can guess, from the generator of the system's libcrypto: for keys and nonces. Nothing an execution sees comes from here. [any thread]
package enum SecureRandom {
    /// So many bytes.
    package static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard count > 0 else { return }
            // A generator that cannot be seeded must not be replaced by a worse one.
            precondition(RAND_bytes(buffer.baseAddress, Int32(count)) == 1, "libcrypto has no random bytes")
            filled = count
        }
    }
}
