import Glibc

/// Reads frames from a pipe or a stream socket with as few system calls as possible.
///
/// Not Sendable: one thread owns it.
package final class FrameReceiver {
    /// What one look found.
    package enum Status: Equatable {
        case received
        /// Nothing there; only where reading does not wait.
        case empty
        /// The other side is gone.
        case closed
        /// What arrived is no frame.
        case garbled
    }

    private let descriptor: Int32
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: FrameReceiver.usualBytes, alignment: 16)
    private var start = 0
    private var end = 0

    /// Reads from a descriptor it does not own.
    package init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { buffer.deallocate() }

    /// Reads once and hands every frame that is complete to `body`, its bytes lent. Blocks unless the descriptor is one that does not wait.
    package func receive(_ body: (FrameHeader, UnsafeRawBufferPointer) -> Void) -> Status {
        makeRoom()
        var count: Int
        repeat {
            count = read(descriptor, buffer.baseAddress.map { $0 + end }, buffer.count - end)
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
