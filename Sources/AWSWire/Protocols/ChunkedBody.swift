/// A body in AWS's own chunks: `SIZE[;chunk-signature=…]` and the bytes, over and over, then headers that could not be known before.
///
/// Source: Amazon S3 API reference, "Signature calculations for the authorization header: transferring payload in multiple chunks".
struct ChunkedBody {
    /// The body without its frames.
    private(set) var bytes: [UInt8] = []
    /// Headers after the body, names in lower case.
    private(set) var trailers: [(name: String, value: String)] = []
    /// Where each chunk lies in the body, and what it is signed with; empty where chunks are not signed. The last one is empty.
    private(set) var chunks: [(signature: String, range: Range<Int>)] = []

    /// Whether a request says its body comes in chunks.
    static func isUsed(by request: WireRequest) -> Bool {
        request.header("x-amz-content-sha256")?.hasPrefix("STREAMING-") == true
            || encodings(of: request).contains("aws-chunked")
    }

    /// What remains of `Content-Encoding` once the chunks are gone.
    static func encodings(of request: WireRequest) -> [String] {
        (request.header("content-encoding") ?? "").split(separator: ",").map {
            String($0.drop { $0 == " " }.prefix { $0 != " " })
        }
    }

    /// Takes the frames off.
    ///
    /// - Throws: `IncompleteBody` when a frame is broken or the length is not the one announced.
    init(_ request: WireRequest) throws(ServiceError) {
        let body = request.body
        let announced = request.header("x-amz-decoded-content-length").flatMap { Int($0) }
        bytes.reserveCapacity(min(announced ?? 0, body.count))
        var place = 0
        while true {
            let frame = try Self.line(body, &place)
            let size = try Self.size(frame)
            guard size <= body.count - place else { throw Self.incomplete }
            if let signature = Self.signature(frame) { chunks.append((signature, place..<place + size)) }
            if size == 0 { break }
            bytes.append(contentsOf: body[place..<place + size])
            place += size
            guard try Self.line(body, &place).isEmpty else { throw Self.incomplete }
        }
        while place < body.count {
            let line = try Self.line(body, &place)
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self).drop { $0 == " " }
            trailers.append((String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(value)))
        }
        if let announced, announced != bytes.count { throw Self.incomplete }
    }

    private static let incomplete = ServiceError(
        "IncompleteBody", "The request body terminated unexpectedly")

    /// The next line; the mark of its end is taken too.
    private static func line(_ body: [UInt8], _ place: inout Int) throws(ServiceError) -> ArraySlice<UInt8> {
        guard let end = body[place...].firstIndex(of: 0x0A), end > place, body[end - 1] == 0x0D else {
            throw incomplete
        }
        defer { place = end + 1 }
        return body[place..<end - 1]
    }

    private static func signature(_ line: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: line, as: UTF8.self)
        let parts = text.split(separator: ";").dropFirst()
        return parts.first { $0.hasPrefix("chunk-signature=") }.map { String($0.dropFirst("chunk-signature=".count)) }
    }

    private static func size(_ line: ArraySlice<UInt8>) throws(ServiceError) -> Int {
        let digits = line.prefix { $0 != UInt8(ascii: ";") }
        guard digits.count <= 12, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
            throw incomplete
        }
        return size
    }
}
