#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A connection to a server on this machine that stays open from request to request; calls block.
final class KeptConnection {
    /// The server went away or did not speak HTTP.
    struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    private let descriptor: Int32
    private let port: Int

    /// Connects to a port.
    init(port: Int) throws {
        self.port = port
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Broken(description: "no connection to port \(port)") }
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(descriptor) }

    /// Sends a request and reads its answer, whose length the server tells.
    func post(
        _ path: String, headers: [(String, String)], _ body: [UInt8]
    ) throws -> (status: Int, body: [UInt8]) {
        var head = "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        try write(Array("\(head)\r\n".utf8) + body)
        return try answer()
    }

    private func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Broken(description: "the server closed the connection") }
            sent += count
        }
    }

    private func answer() throws -> (status: Int, body: [UInt8]) {
        var received: [UInt8] = []
        var head: (status: Int, length: Int, end: Int)?
        while true {
            if head == nil { head = try Self.head(received) }
            if let head, received.count >= head.end + head.length {
                return (head.status, Array(received[head.end..<(head.end + head.length)]))
            }
            let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                count = max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
            }
            guard !piece.isEmpty else { throw Broken(description: "the server closed the connection, or is silent") }
            received += piece
        }
    }

    /// The status, the length of the body, and where that begins; `nil` while the head is not whole.
    private static func head(_ bytes: [UInt8]) throws -> (status: Int, length: Int, end: Int)? {
        let mark = Array("\r\n\r\n".utf8)
        guard
            let end = bytes.indices.dropLast(mark.count - 1).first(where: {
                bytes[$0] == mark[0] && bytes[$0..<($0 + mark.count)].elementsEqual(mark)
            })
        else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        let length = lines.first { $0.lowercased().hasPrefix("content-length:") }?.split(separator: " ").last
            .flatMap { Int($0) }
        guard let status, let length else { throw Broken(description: "no answer of known length: \(lines)") }
        return (status, length, end + mark.count)
    }
}
