import CNewelSpawn
import Glibc

/// Talks to the Lambda Runtime API over one connection, which is opened anew when the server has closed it.
///
/// Blocking, and not Sendable: whoever has an invocation uses it, one at a time.
package final class RuntimeClient {
    /// It cannot be reached, or answers what is no answer.
    package struct Failure: Error {
        /// For people.
        package let message: String
    }
    /// Where it is: `HOST:PORT`.
    private let address: String
    private var socket: CInt = -1

    /// A client of the server at `AWS_LAMBDA_RUNTIME_API`.
    package init(address: String) { self.address = address }

    deinit { if socket >= 0 { close(socket) } }

    /// Asks for the next invocation, however long that takes.
    package func next() throws(Failure) -> HTTPReply {
        try exchange("GET", "invocation/next", [], [])
    }

    /// Posts a whole answer or error.
    package func post(
        _ path: String, _ headers: [(String, String)], _ body: some Collection<UInt8>
    ) throws(Failure) -> HTTPReply {
        try exchange("POST", path, headers + [("Content-Length", "\(body.count)")], body)
    }

    /// Begins an answer that follows in chunks.
    package func beginStream(requestID: String) throws(Failure) {
        try connect()
        try send(
            head(
                "POST", "invocation/\(requestID)/response",
                [
                    ("Content-Type", "application/json"), ("Lambda-Runtime-Function-Response-Mode", "streaming"),
                    ("Transfer-Encoding", "chunked"),
                    ("Trailer", "\(Self.errorType), Lambda-Runtime-Function-Error-Body"),
                ]))
    }

    /// A chunk of the answer.
    package func stream(_ chunk: UnsafeRawBufferPointer) throws(Failure) {
        // An empty chunk would be the end.
        guard !chunk.isEmpty else { return }
        try send(Array("\(String(chunk.count, radix: 16))\r\n".utf8) + [UInt8](chunk) + Array("\r\n".utf8))
    }

    /// Ends the answer.
    ///
    /// - Parameter trailers: Say that it failed half-way; empty otherwise.
    package func endStream(_ trailers: [(String, String)]) throws(Failure) -> HTTPReply {
        let lines = trailers.map { "\($0.0): \($0.1)\r\n" }.joined()
        try send(Array("0\r\n\(lines)\r\n".utf8))
        return try receive()
    }

    private func exchange(
        _ method: String, _ path: String, _ headers: [(String, String)], _ body: some Collection<UInt8>
    ) throws(Failure) -> HTTPReply {
        try connect()
        try send(head(method, path, headers) + body)
        return try receive()
    }

    private func head(_ method: String, _ path: String, _ headers: [(String, String)]) -> [UInt8] {
        let lines = headers.map { "\($0.0): \(Self.safe($0.1))\r\n" }.joined()
        return Array("\(method) /2018-06-01/runtime/\(path) HTTP/1.1\r\nHost: \(address)\r\n\(lines)\r\n".utf8)
    }

    /// Opens a connection, unless there is one that the server has not closed.
    private func connect() throws(Failure) {
        if socket >= 0 {
            var byte: UInt8 = 0
            if recv(socket, &byte, 1, CInt(MSG_PEEK | MSG_DONTWAIT)) < 0, errno == EAGAIN { return }
            close(socket)
            socket = -1
        }
        let parts = address.split(separator: ":")
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard parts.count == 2, getaddrinfo(String(parts[0]), String(parts[1]), &hints, &found) == 0 else {
            throw Failure(message: "AWS_LAMBDA_RUNTIME_API is no address: '\(address)'")
        }
        defer { freeaddrinfo(found) }
        var candidate = found
        while let info = candidate?.pointee {
            let opened = Glibc.socket(info.ai_family, info.ai_socktype | CInt(SOCK_CLOEXEC.rawValue), 0)
            if opened >= 0, Glibc.connect(opened, info.ai_addr, info.ai_addrlen) == 0 {
                socket = opened
                var on: CInt = 1
                setsockopt(opened, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
                return
            }
            if opened >= 0 { close(opened) }
            candidate = info.ai_next
        }
        throw Failure(message: "the Lambda Runtime API at \(address) is not there: \(String(cString: strerror(errno)))")
    }

    private func send(_ bytes: [UInt8]) throws(Failure) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                newel_send_pair(socket, $0.baseAddress.map { $0 + done }, $0.count - done, nil, 0, 0)
            }
            guard count > 0 else {
                throw Failure(message: "the Lambda Runtime API is gone: \(String(cString: strerror(CInt(-count))))")
            }
            done += count
        }
    }

    private func receive() throws(Failure) -> HTTPReply {
        var reader = HTTPReplyReader()
        while true {
            let piece = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
                repeat {
                    count = max(-1, recv(socket, buffer.baseAddress, buffer.count, 0))
                } while count < 0
                    && errno == EINTR
                count = max(0, count)
            }
            guard !piece.isEmpty else { throw Failure(message: "the Lambda Runtime API has closed the connection") }
            do throws(HTTPReplyReader.Failure) {
                guard let reply = try reader.take(piece) else { continue }
                if reply.header("connection").lowercased() == "close" {
                    close(socket)
                    socket = -1
                }
                return reply
            } catch {
                throw Failure(message: error.message)
            }
        }
    }

    /// A value as a header may have it.
    private static func safe(_ value: String) -> String {
        String(decoding: value.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }

    /// Names the type of an error, as a header or trailer.
    static let errorType = "Lambda-Runtime-Function-Error-Type"
}
