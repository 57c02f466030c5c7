import Logging
import PluginHost
import Synchronization

/// What functions write: one file each under the data folder.
final class FunctionLog: FunctionLogSink {
    /// Files that stay open between writes.
    private static let openMax = 64
    private let directory: String
    private let logger: Logger
    /// Open files by function. Held for the look-up alone: who writes much, or waits for the disk, keeps no other function waiting.
    private let files = Mutex<[String: FunctionLogFile]>([:])

    init(directory: String, logger: Logger) {
        self.directory = directory
        self.logger = logger
    }

    func append(_ output: FunctionOutput) {
        let function = output.function
        let file = files.withLock { files in
            if let known = files[function] { return known }
            // Those that are being written to close afterwards.
            if files.count >= Self.openMax { files.removeAll() }
            let file = FunctionLogFile(path(of: function))
            files[function] = file
            return file
        }
        if !file.append(output.lines) {
            logger.warning("a function's log cannot be written", metadata: ["path": "\(path(of: function))"])
        }
    }

    /// The file of a function, by its ARN without qualifier.
    func path(of function: String) -> String {
        "\(directory)/\(String(function.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })).log"
    }
}
