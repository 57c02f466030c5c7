import Glibc

/// Reads a descriptor line by line, each as soon as it has come: who asks may wait for the answer before asking again.
struct LineReader {
    /// Bytes a line may have.
    static let lineBytesMax = 64 << 20

    private let descriptor: Int32
    private var pending: [UInt8] = []
    /// Where the first line that was not handed out begins.
    private var start = 0
    /// Up to where no line end was found.
    private var searched = 0
    private var isAtEnd = false

    /// Reads from where the descriptor stands.
    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next line without its end; empty ones are passed over. `nil` at the end.
    ///
    /// - Throws: `CommandFailure` when the descriptor cannot be read or a line is too long.
    mutating func next() throws -> [UInt8]? {
        while true {
            if let end = pending[searched...].firstIndex(of: 0x0A) {
                let line = pending[start..<end]
                (start, searched) = (end + 1, end + 1)
                if let line = Self.content(line) { return line }
            } else if isAtEnd {
                let line = pending[start...]
                (start, searched) = (pending.count, pending.count)
                return Self.content(line)
            } else {
                try fill()
            }
        }
    }

    private mutating func fill() throws {
        pending.removeFirst(start)
        (start, searched) = (0, pending.count)
        guard pending.count <= Self.lineBytesMax else {
            throw CommandFailure("A line has more than \(Self.lineBytesMax) bytes.", exitCode: 2)
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { return }
        guard count >= 0 else {
            throw CommandFailure("The input cannot be read: \(String(cString: strerror(errno)))", exitCode: 2)
        }
        if count == 0 { isAtEnd = true } else { pending += buffer[..<count] }
    }

    /// The line without a carriage return at its end; `nil` when only space is left.
    private static func content(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        let line = line.last == 0x0D ? line.dropLast() : line
        return line.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? nil : Array(line)
    }
}
