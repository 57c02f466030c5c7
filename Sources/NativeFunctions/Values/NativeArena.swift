import Glibc

/// The memory of one call: texts, buffers, structures and arrays, all freed at its end.
final class NativeArena {
    private var pieces: [UnsafeMutableRawPointer] = []

    deinit { for piece in pieces { free(piece) } }

    /// Zeroed memory, aligned for any type.
    func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
        // Sizes have been checked; without memory the worker ends, and its function with it, as at its memory limit. The host goes on.
        guard let piece = calloc(1, max(byteCount, 1)) else { fatalError("no memory for \(byteCount) bytes") }
        pieces.append(piece)
        return piece
    }

    /// A text with a NUL behind it.
    func text(_ text: String) -> UnsafeMutableRawPointer {
        var text = text
        return text.withUTF8 { bytes in
            let copy = allocate(bytes.count + 1)
            if let base = bytes.baseAddress { copy.copyMemory(from: base, byteCount: bytes.count) }
            return copy
        }
    }

    /// A copy of bytes with a NUL behind it.
    func bytes(_ bytes: [UInt8]) -> UnsafeMutableRawPointer {
        let copy = allocate(bytes.count + 1)
        bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) } }
        return copy
    }
}
