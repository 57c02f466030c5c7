import LambdaBootstrap
import Testing

struct HTTPReplyReaderTests {
    private static let event =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id:  8476a536 \r\n"

    /// Reads a text in pieces of a size.
    private func read(_ text: String, by size: Int) throws -> HTTPReply? {
        var reader = HTTPReplyReader()
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            if let reply = try reader.take(bytes[start..<min(start + size, bytes.count)]) { return reply }
        }
        return nil
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func aCountedBodyIsWholeWithItsLastByte(size: Int) throws {
        let reply = try #require(try read(Self.event + "Content-Length: 8\r\n\r\n{\"a\":1}\n", by: size))
        #expect(reply.status == 200)
        #expect(reply.header("lambda-runtime-aws-request-id") == "8476a536")
        #expect(String(decoding: reply.body, as: UTF8.self) == "{\"a\":1}\n")
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func chunksAreJoined(size: Int) throws {
        let text =
            Self.event
            + "Transfer-Encoding: Chunked\r\n\r\n4;x=y\r\n{\"a\"\r\nA\r\n:123456789\r\n1\r\n}\r\n0\r\nTrailer: t\r\n\r\n"
        let reply = try #require(try read(text, by: size))
        #expect(String(decoding: reply.body, as: UTF8.self) == "{\"a\":123456789}")
    }

    @Test func interimAnswersAndEmptyBodiesAreRead() throws {
        let reply = try #require(try read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\n\r\n", by: 5))
        #expect(reply.status == 202)
        #expect(reply.body.isEmpty)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcd", "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n",
    ])
    func whatIsCutShortIsNotWhole(text: String) throws { #expect(try read(text, by: 4) == nil) }

    @Test(arguments: [
        "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 abc\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n",
        "HTTP/1.1 200 OK\r\n" + String(repeating: "A: b\r\n", count: 101), String(repeating: "x", count: 70_000),
    ])
    func garbageIsRefused(text: String) { #expect(throws: HTTPReplyReader.Failure.self) { try read(text, by: 1_000) } }
}
