import CZlib

/// A body that a client has packed to send less: `Content-Encoding: gzip`.
///
/// Source: Smithy, "requestCompression trait".
enum GzipBody {
    /// Whether a request's body is packed. What is kept as it comes, as S3's objects are, is not unpacked.
    static func isUsed(by request: WireRequest) -> Bool { request.header("content-encoding") == "gzip" }

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
