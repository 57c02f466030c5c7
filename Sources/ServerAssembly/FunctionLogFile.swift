import Glibc
import Synchronization

/// The log of one function; one that passes 16 MiB becomes `NAME.log.1`, and a new one begins.
final class FunctionLogFile: Sendable {
    private static let bytesMax: off_t = 16 * 1_024 * 1_024
    private let path: String
    /// The open file, or -1; serialises writers too.
    private let descriptor = Mutex<Int32>(-1)

    /// Opens nothing yet.
    init(_ path: String) { self.path = path }

    deinit {
        let last = descriptor.withLock { $0 }
        if last >= 0 { close(last) }
    }

    /// Adds lines. Blocks for the file system.
    ///
    /// - Returns: `false` when they could not be written.
    func append(_ lines: [UInt8]) -> Bool {
        descriptor.withLock { descriptor in
            prepare(&descriptor)
            guard descriptor >= 0 else { return false }
            var rest = lines[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// Opens the file; a new one when the old one was removed, or is full.
    private func prepare(_ descriptor: inout Int32) {
        if descriptor >= 0 {
            var facts = stat()
            if fstat(descriptor, &facts) == 0, facts.st_nlink > 0, facts.st_size <= Self.bytesMax { return }
            if facts.st_size > Self.bytesMax { rename(path, "\(path).1") }
            close(descriptor)
        }
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    }
}
