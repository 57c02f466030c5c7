import Glibc

/// Memory that a host and one worker share for large payloads, half of it for each direction.
///
/// Whoever reads copies once and looks at the copy only: the other side may write at any time. The memory's size is sealed, so that reading
/// cannot fault. One call uses it at a time.
package final class SharedPayloads: @unchecked Sendable {
    // Sendable: the addresses never change; what lies there is guarded as said above.

    /// Which end of the memory this is.
    package enum Side {
        case host
        case worker
    }

    /// Bytes of one direction.
    package static let bytesMax = RuntimeLimits.frameBytesMax
    /// From this size on, bytes travel here: below, a pipe is as fast. Measured: 64 KiB take half the time.
    package static let bytesMin = 64 << 10

    private let memory: UnsafeMutableRawBufferPointer
    private let outgoing: UnsafeMutableRawBufferPointer
    private let incoming: UnsafeRawBufferPointer

    /// Maps the memory of a descriptor, which stays the caller's; `nil` when it is none.
    package init?(_ descriptor: Int32, _ side: Side) {
        let count = 2 * Self.bytesMax
        guard descriptor >= 0,
            let base = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), base != MAP_FAILED
        else { return nil }
        memory = UnsafeMutableRawBufferPointer(start: base, count: count)
        let halves = [memory[..<Self.bytesMax], memory[Self.bytesMax...]].map(
            UnsafeMutableRawBufferPointer.init(rebasing:))
        outgoing = side == .host ? halves[0] : halves[1]
        incoming = UnsafeRawBufferPointer(side == .host ? halves[1] : halves[0])
    }

    deinit { munmap(memory.baseAddress, memory.count) }

    /// Puts bytes there for the other side.
    ///
    /// - Returns: How many they are, or `nil` when they are too few to be worth it, or too many.
    package func put(_ head: UnsafeRawBufferPointer, _ rest: UnsafeRawBufferPointer) -> UInt64? {
        let count = head.count + rest.count
        guard (Self.bytesMin...Self.bytesMax).contains(count) else { return nil }
        outgoing.copyMemory(from: head)
        UnsafeMutableRawBufferPointer(rebasing: outgoing[head.count...]).copyMemory(from: rest)
        return UInt64(count)
    }

    /// The bytes the other side has put there, to be copied; `nil` when there cannot be so many.
    package func take(_ count: UInt64) -> UnsafeRawBufferPointer? {
        guard count <= UInt64(Self.bytesMax) else { return nil }
        return UnsafeRawBufferPointer(rebasing: incoming.prefix(Int(count)))
    }

    /// Gives the memory back to the machine; what lies there is lost. Between calls.
    package func release() { madvise(memory.baseAddress, memory.count, Int32(MADV_REMOVE)) }
}
