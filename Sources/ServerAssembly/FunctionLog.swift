import Glibc
import Logging
import PluginHost
import Synchronization

/// What functions write: one file each under the data folder; one that passes 16 MiB becomes `NAME.log.1`, and a new one begins.
final class FunctionLog: FunctionLogSink {
    private static let bytesMax: off_t = 16 * 1_024 * 1_024
    /// Files that stay open between writes.
    private static let openMax = 64
    private let directory: String
    private let logger: Logger
    /// Open files by function; serialises writers too.
    private let files = Mutex<[String: Int32]>([:])

    init(directory: String, logger: Logger) {
        self.directory = directory
        self.logger = logger
    }

    deinit {
        files.withLock { for descriptor in $0.values { close(descriptor) } }
    }

    func append(_ output: FunctionOutput) {
        files.withLock { files in
            guard let descriptor = descriptor(for: output.function, in: &files) else { return }
            var rest = output.lines[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { return complain(path(of: output.function)) }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// The open file; a new one when the old one was removed, or is full.
    private func descriptor(for function: String, in files: inout [String: Int32]) -> Int32? {
        if let known = files[function] {
            var facts = stat()
            if fstat(known, &facts) == 0, facts.st_nlink > 0, facts.st_size <= Self.bytesMax { return known }
            if facts.st_size > Self.bytesMax { rename(path(of: function), "\(path(of: function)).1") }
            close(known)
            files[function] = nil
        }
        if files.count >= Self.openMax {
            for descriptor in files.values { close(descriptor) }
            files.removeAll()
        }
        let opened = open(path(of: function), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            complain(path(of: function))
            return nil
        }
        files[function] = opened
        return opened
    }

    /// The file of a function, by its ARN without qualifier.
    func path(of function: String) -> String {
        "\(directory)/\(String(function.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })).log"
    }

    private func complain(_ path: String) {
        logger.warning("a function's log cannot be written", metadata: ["path": "\(path)"])
    }
}
