import AWSWire
import Glibc
import JSONTree
import Platform
import ResourceNames

/// `/_newel/log?function=NAME&from=BYTE`: what a function has printed, in pieces.
///
/// GET answers `{"text", "next"}`; `next` is where the following piece begins. Without `from`: the last 64 KiB. A log that was cut off since
/// then begins anew.
struct FunctionLogPage: Sendable {
    let log: FunctionLog
    /// Whose functions a plain name means.
    let territory: Territory
    private static let pieceBytesMax = 64 << 10
    private static let work = BlockingWork(label: "newel.log-page", width: 1)

    /// Answers a request.
    func answer(_ request: WireRequest) async -> WireReply {
        guard request.method == "GET" else { return .json(405, ["message": "GET only."]) }
        let query = RequestQuery(request.query)
        guard let text = query["function"], let name = FunctionName(text, in: territory) else {
            return .json(400, ["message": "Say which: ?function=NAME, or a function's ARN."])
        }
        let path = log.path(of: name.arn)
        let from = query["from"].flatMap { Int($0) }
        guard let (bytes, start) = await Self.work.run({ Self.piece(of: path, from: from) }) else {
            return .json(404, ["message": .string("\(name.name) has printed nothing yet.")])
        }
        return .json(
            200,
            ["text": .string(String(decoding: bytes, as: UTF8.self)), "next": .integer(Int64(start + bytes.count))])
    }

    /// Whole lines, unless there is none; `nil` without a file.
    private static func piece(of path: String, from: Int?) -> (bytes: [UInt8], start: Int)? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { return nil }
        let size = Int(facts.st_size)
        var start = from.map { $0 > size ? 0 : max(0, $0) } ?? max(0, size - pieceBytesMax)
        var bytes = [UInt8](unsafeUninitializedCapacity: pieceBytesMax) { buffer, count in
            count = max(0, pread(file, buffer.baseAddress, buffer.count, off_t(start)))
        }
        if let end = bytes.lastIndex(of: UInt8(ascii: "\n")) { bytes.removeSubrange((end + 1)...) }
        if from == nil, start > 0, let first = bytes.firstIndex(of: UInt8(ascii: "\n")) {
            bytes.removeSubrange(...first)
            start += first + 1
        }
        return (bytes, start)
    }
}
