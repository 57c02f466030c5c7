#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Bytes over a TCP connection, with no HTTP library between: blocking calls on a thread of its own, never on one that tasks share.
struct RawClient: Sendable {
    let port: Int

    /// Sends pieces one after the other and returns everything the server sent until it closed, or until the text satisfies `isDone`.
    func exchange(_ pieces: [[UInt8]], until isDone: @escaping @Sendable (String) -> Bool = { _ in false }) async
        -> String
    {
        await withCheckedContinuation { continuation in
            let work = Unmanaged.passRetained(Work { continuation.resume(returning: blocking(pieces, isDone)) })
            var thread = pthread_t()
            pthread_create(
                &thread, nil,
                {
                    Unmanaged<Work>.fromOpaque($0!).takeRetainedValue().run()
                    return nil
                }, work.toOpaque())
            pthread_detach(thread)
        }
    }

    func exchange(_ text: String, until isDone: @escaping @Sendable (String) -> Bool = { _ in false }) async -> String {
        await exchange([Array(text.utf8)], until: isDone)
    }

    private func blocking(_ pieces: [[UInt8]], _ isDone: (String) -> Bool) -> String {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { return "" }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        for (place, piece) in pieces.enumerated() {
            if place > 0 { usleep(20_000) }
            var sent = 0
            while sent < piece.count {
                let count = piece[sent...].withUnsafeBytes {
                    send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count <= 0 { break }
                sent += count
            }
        }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !isDone(String(decoding: received, as: UTF8.self)) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { break }
            received += buffer[..<count]
        }
        return String(decoding: received, as: UTF8.self)
    }
}

private final class Work {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
}
