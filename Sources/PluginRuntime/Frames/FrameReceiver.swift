import Glibc

/// Reads frames from a stream socket with as few system calls as possible.
///
/// Not Sendable: one thread owns it.
package final class FrameReceiver {
    /// What one look at the socket found.
    package enum Status: Equatable {
        case received
        /// Nothing there (non-blocking only).
        case empty
        /// The other side is gone.
        case closed
        /// What arrived is no frame.
        case garbled
    }

    private let socket: Int32
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: FrameReceiver.usualBytes, alignment: 16)
    private var start = 0
    private var end = 0

    /// Reads from a socket it does not own.
    package init(socket: Int32) { self.socket = socket }

    deinit { buffer.deallocate() }

    /// Receives once and hands every frame that is complete to `body`, its bytes lent.
    ///
    /// - Parameter flags: `MSG_DONTWAIT`, or 0 to block.
    package func receive(flags: Int32, _ body: (FrameHeader, UnsafeRawBufferPointer) -> Void) -> Status {
        makeRoom()
        if flags & Int32(MSG_DONTWAIT) == 0 { waitForBytes() }
        var count: Int
        repeat {
            count = recv(socket, buffer.baseAddress.map { $0 + end }, buffer.count - end, flags)
        } while count < 0 && errno == EINTR
        guard count > 0 else { return count < 0 && errno == EAGAIN ? .empty : .closed }
        end += count
        while end - start >= FrameHeader.byteCount {
            guard let header = FrameHeader(UnsafeRawBufferPointer(rebasing: buffer[start..<end])) else {
                return .garbled
            }
            let frameEnd = start + FrameHeader.byteCount + Int(header.bodyCount)
            guard frameEnd <= end else {
                grow(to: frameEnd - start)
                break
            }
            let frame = UnsafeRawBufferPointer(rebasing: buffer[(start + FrameHeader.byteCount)..<frameEnd])
            start = frameEnd
            body(header, frame)
        }
        return .received
    }

    /// Blocks until there is something to read, or nothing will come any more.
    ///
    /// Not in `recv`: the kernel wakes who waits there also when the other side has read what was sent to it, that is once for every frame.
    private func waitForBytes() {
        var readable = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        while poll(&readable, 1, -1) < 0 && errno == EINTR {}
    }

    private func makeRoom() {
        guard start > 0 else { return }
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
        end -= start
        start = 0
        // A buffer that one large frame made grow is not kept for ever.
        if end == 0, buffer.count > Self.keptBytesMax {
            buffer.deallocate()
            buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.usualBytes, alignment: 16)
        }
    }

    private static let usualBytes = 1 << 16
    private static let keptBytesMax = 1 << 20

    /// Makes the buffer hold a frame of so many bytes, its start moved to the front.
    private func grow(to count: Int) {
        guard count > buffer.count else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
        buffer.deallocate()
        buffer = larger
        end -= start
        start = 0
    }
}
