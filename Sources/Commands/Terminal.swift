import Glibc
import Logging

/// What the commands write: results to standard output, all else to standard error; colours only where a person looks and did not ask for none.
enum Terminal {
    /// How a piece of text stands out.
    enum Style: String {
        case bold = "1"
        case dim = "2"
        case green = "32"
        case red = "31"
        case yellow = "33"
        case cyan = "36"
    }

    /// Whether standard output shows colours.
    static let hasColours = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true && !isDumb

    private static var isDumb: Bool { getenv("TERM").map { String(cString: $0) == "dumb" } ?? false }

    /// Text in a style, where colours are shown.
    static func styled(_ text: String, _ style: Style) -> String {
        hasColours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Writes a line to standard output at once.
    static func print(_ line: String) { write(Array("\(line)\n".utf8), to: STDOUT_FILENO) }

    /// Writes a line for people to standard error.
    static func note(_ line: String) { write(Array("\(line)\n".utf8), to: STDERR_FILENO) }

    /// A logger that writes to standard error.
    static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "newel") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            // A closed pipe ends the output, not the work.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

/// Where this program is.
enum Executable {
    /// The folder of the running executable, links followed: workers and stock plugins are beside it.
    static let directory: String = {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }()

    /// What plugins run in.
    static let worker = "\(directory)/newel-worker"
}
