import Glibc
import Logging
import PluginHost
import Synchronization

/// What functions write: one file each under the data folder; one that passes 16 MiB becomes `NAME.log.1`, and a new one begins.
final class FunctionLog: FunctionLogSink {
    private static let bytesMax = 16 * 1_024 * 1_024
    private let directory: String
    private let logger: Logger
    /// Serialises writers; no file stays open, so that a log may be removed at any time.
    private let lock = Mutex(())

    init(directory: String, logger: Logger) {
        self.directory = directory
        self.logger = logger
    }

    func append(function: String, lines: [UInt8], requestID: String) {
        let name = String(function.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
        let path = "\(directory)/\(name).log"
        lock.withLock { _ in
            let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                return logger.warning("a function's log cannot be written", metadata: ["path": "\(path)"])
            }
            defer { close(descriptor) }
            if lseek(descriptor, 0, SEEK_END) > Self.bytesMax { rename(path, "\(path).1") }
            var rest = lines[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else {
                    return logger.warning("a function's log cannot be written", metadata: ["path": "\(path)"])
                }
                rest = rest.dropFirst(count)
            }
        }
    }
}
