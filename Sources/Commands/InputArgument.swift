import ArgumentParser
import Glibc

/// Where a command's JSON comes from: the text itself, `@FILE`, or `-` for standard input.
enum InputArgument {
    /// Reads it.
    static func read(_ argument: String) throws -> [UInt8] {
        if argument == "-" { return try FileContent.read(descriptor: STDIN_FILENO, "standard input") }
        if argument.hasPrefix("@") { return try FileContent.read(String(argument.dropFirst())) }
        return Array(argument.utf8)
    }
}

/// Files read whole.
enum FileContent {
    /// Reads a file.
    static func read(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandFailure("\(path) cannot be read: \(String(cString: strerror(errno)))", exitCode: 2)
        }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, path)
    }

    /// Writes a new file.
    ///
    /// - Parameter mode: Who may do what with it, as far as the umask lets them.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o666) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        var written = descriptor < 0 ? -1 : 0
        while written >= 0, written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            written = count < 0 && errno != EINTR ? -1 : written + max(0, count)
        }
        let error = errno
        guard descriptor >= 0, close(descriptor) == 0, written == bytes.count else {
            throw CommandFailure("\(path) cannot be written: \(String(cString: strerror(error)))", exitCode: 2)
        }
    }

    /// Writes a file beside its place and moves it there whole, whatever was there before.
    ///
    /// - Parameter ageSeconds: How long ago it says it was written: who waits for files to come to rest need not wait for this one.
    static func replace(_ path: String, with bytes: [UInt8], ageSeconds: Int = 0) throws {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let temporary = "\(path[..<slash]).\(path[slash...]).\(getpid())"
        unlink(temporary)  // of an earlier process of this number
        try write(bytes, to: temporary)
        var times = [timespec(), timespec()]
        clock_gettime(CLOCK_REALTIME, &times[0])
        times[0].tv_sec -= ageSeconds
        times[1] = times[0]
        guard ageSeconds == 0 || utimensat(AT_FDCWD, temporary, times, 0) == 0, rename(temporary, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            throw CommandFailure("\(path) cannot be written: \(reason)", exitCode: 2)
        }
    }

    /// Reads a descriptor to its end.
    static func read(descriptor: Int32, _ name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else {
                throw CommandFailure("\(name) cannot be read: \(String(cString: strerror(errno)))", exitCode: 2)
            }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}

/// What went wrong, for the person who typed the command, and the exit code that says so to a script.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
    let exitCode: Int32

    init(_ description: String, exitCode: Int32 = 1) {
        self.description = description
        self.exitCode = exitCode
    }
}
