import CZlib

/// Bytes that are packed to send less: bodies with `Content-Encoding: gzip`, and what services hand on.
///
/// Source: Smithy, "requestCompression trait".
package enum GzipBody {
    /// Whether a request's body is packed. What is kept as it comes, as S3's objects are, is not unpacked.
    static func isUsed(by request: WireRequest) -> Bool { request.header("content-encoding") == "gzip" }

    /// Packs bytes.
    package static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let status = newel_deflate_gzip_init(&stream)
        precondition(status == Z_OK, "zlib has no memory")
        defer { deflateEnd(&stream) }
        return bytes.withUnsafeBufferPointer { input in
            stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
            stream.avail_in = UInt32(input.count)
            return [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(input.count)))) {
                output, count in
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                let end = deflate(&stream, Z_FINISH)
                precondition(end == Z_STREAM_END, "what zlib promises is room enough")
                count = output.count - Int(stream.avail_out)
            }
        }
    }

    /// Unpacks a body; `nil` when it is damaged, or longer than allowed.
    ///
    /// - Parameter bytesMax: More than this is not unpacked, however little was sent.
    static func unpacked(_ body: [UInt8], bytesMax: Int) -> [UInt8]? {
        var stream = z_stream()
        guard newel_inflate_gzip_init(&stream) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var all: [UInt8] = []
        return body.withUnsafeBufferPointer { input in
            stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
            stream.avail_in = UInt32(input.count)
            while true {
                var status = Z_OK
                let piece = [UInt8](unsafeUninitializedCapacity: 64 << 10) { output, count in
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(output.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                    count = output.count - Int(stream.avail_out)
                }
                all += piece
                guard all.count <= bytesMax else { return nil }
                if status == Z_STREAM_END { return stream.avail_in == 0 ? all : nil }
                // No progress without more input: the data end too early.
                guard status == Z_OK, !piece.isEmpty || stream.avail_in > 0 else { return nil }
            }
        }
    }
}
