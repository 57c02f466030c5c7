import JSONTree

/// Tries a manifest's own values out: a default that does not fit its type is found before anything is called.
enum NativeTrial {
    /// What is wrong with a value; `nil` when it fits.
    static func failure(of value: JSON, as type: NativeType, encoding: NativeEncoding = .base64) -> String? {
        let arena = NativeArena()
        let writer = NativeWriter(arena: arena)
        do throws(NativeFailure) {
            if case .bytes = type {
                _ = try writer.bytes(value, encoding) { "it" }
            } else {
                try writer.write(value, as: type, at: arena.allocate(type.byteCount)) { "it" }
            }
        } catch {
            return error.message
        }
        return nil
    }
}
