/// Reads one HTTP/1.1 answer from pieces as they come; what a server of the Runtime API sends, and no more of HTTP.
package struct HTTPReplyReader {
    /// What arrived is no answer, or too much of one.
    package struct Failure: Error, Equatable {
        /// For people.
        package let message: String
    }
    private enum Phase {
        /// Leads to `fields`.
        case status
        /// Leads to `counted`, `chunkSize`, or to the end.
        case fields
        /// So many bytes of the body are to come. Final.
        case counted(Int)
        /// Leads to `chunk` or `trailers`.
        case chunkSize
        /// So many bytes, then a line break. Leads to `chunkSize`.
        case chunk(Int)
        /// Lines until an empty one. Final.
        case trailers
    }
    private var phase = Phase.status
    private var reply = HTTPReply()
    private var pending: [UInt8] = []
    private var position = 0

    /// Nothing has come.
    package init() {}

    /// Takes a piece.
    ///
    /// - Returns: The answer, when it is whole.
    package mutating func take(_ piece: some Sequence<UInt8>) throws(Failure) -> HTTPReply? {
        pending.append(contentsOf: piece)
        defer {
            pending.removeFirst(position)
            position = 0
        }
        while true {
            switch phase {
            case .status:
                guard let line = try line() else { return nil }
                let words = line.split(separator: " ", maxSplits: 2)
                guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]), status > 99 else {
                    throw Failure(message: "no HTTP answer: \(line.prefix(80))")
                }
                reply = HTTPReply(status: status)
                phase = .fields
            case .fields:
                guard let line = try line() else { return nil }
                if line.isEmpty {
                    // An interim answer precedes the answer.
                    if reply.status < 200 {
                        phase = .status
                        continue
                    }
                    try beginBody()
                    continue
                }
                guard let colon = line.firstIndex(of: ":"), reply.headers.count < Self.fieldsMax else {
                    throw Failure(message: "no header: \(line.prefix(80))")
                }
                reply.headers.append((line[..<colon].lowercased(), Self.trimmed(line[line.index(after: colon)...])))
            case .counted(let count):
                guard pending.count - position >= count else { return nil }
                append(count)
                return reply
            case .chunkSize:
                guard let line = try line() else { return nil }
                guard let digits = line.split(separator: ";").first, let count = Int(Self.trimmed(digits), radix: 16),
                    count >= 0, count <= Self.bodyBytesMax - reply.body.count
                else { throw Failure(message: "no size of a chunk: \(line.prefix(80))") }
                phase = count == 0 ? .trailers : .chunk(count)
            case .chunk(let count):
                guard pending.count - position >= count + 2 else { return nil }
                append(count)
                guard try line()?.isEmpty == true else { throw Failure(message: "a chunk is longer than it says") }
                phase = .chunkSize
            case .trailers:
                guard let line = try line() else { return nil }
                if line.isEmpty { return reply }
            }
        }
    }

    private mutating func beginBody() throws(Failure) {
        if reply.header("transfer-encoding").lowercased() == "chunked" {
            phase = .chunkSize
            return
        }
        let length = reply.header("content-length")
        guard let count = length.isEmpty ? 0 : Int(length), count >= 0, count <= Self.bodyBytesMax else {
            throw Failure(message: "the body has \(length) bytes")
        }
        phase = .counted(count)
    }

    private mutating func append(_ count: Int) {
        reply.body.append(contentsOf: pending[position..<(position + count)])
        position += count
    }

    /// The next line without its end; `nil` when that has not come.
    private mutating func line() throws(Failure) -> String? {
        guard let end = pending[position...].firstIndex(of: 0x0A) else {
            guard pending.count - position <= Self.lineBytesMax else { throw Failure(message: "a line is too long") }
            return nil
        }
        let bytes = pending[position..<end]
        position = end + 1
        return String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }

    /// An event has 6 MiB at most, and a client context 3.5 KiB.
    private static let bodyBytesMax = 8 << 20
    private static let lineBytesMax = 64 << 10
    private static let fieldsMax = 100
}
