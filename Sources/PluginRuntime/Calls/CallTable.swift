import Glibc
import Synchronization

/// The open calls of a process, by handle: slot number plus one in the low 16 bits, the slot's generation above.
///
/// A handle that is forged, or whose call is over, finds nothing.
package final class CallTable: Sendable {
    private struct Slot {
        var generation: UInt64
        var call: Call?
    }
    private struct State {
        var slots: [Slot] = []
        var free: [Int] = []
    }
    private let state = Mutex(State())

    package init() {}

    /// Opens a call over an image that malloc made, and which now belongs to it.
    ///
    /// - Returns: `nil` when the image is unsound or the table is full.
    package func open(_ memory: UnsafeMutableRawBufferPointer, sink: any CallSink) -> Call? {
        guard let (index, generation) = reserve() else {
            Glibc.free(memory.baseAddress)
            return nil
        }
        let call = Call(handle: generation << 16 | UInt64(index + 1), memory: memory, sink: sink)
        state.withLock { state in
            state.slots[index].call = call
            if call == nil { state.free.append(index) }
        }
        return call
    }

    /// The call of a handle.
    package func find(_ handle: UInt64) -> Call? {
        let index = Int(handle & 0xFFFF) - 1
        return state.withLock { state in
            guard index >= 0, index < state.slots.count, state.slots[index].generation == handle >> 16 else {
                return nil
            }
            return state.slots[index].call
        }
    }

    /// Calls whose memory is still needed.
    package var openCalls: [Call] { state.withLock { $0.slots.compactMap(\.call) } }

    /// Forgets a call; its handle finds nothing from now on.
    func close(_ call: Call) {
        let index = Int(call.handle & 0xFFFF) - 1
        let gone = state.withLock { state -> Call? in
            guard state.slots[index].call === call else { return nil }
            defer { state.slots[index].call = nil }
            state.slots[index].generation += 1
            state.free.append(index)
            return state.slots[index].call
        }
        _ = gone
    }

    private func reserve() -> (Int, UInt64)? {
        state.withLock { state in
            if let index = state.free.popLast() { return (index, state.slots[index].generation) }
            guard state.slots.count < RuntimeLimits.callsMax else { return nil }
            // A random start keeps a handle of one process from fitting another's.
            state.slots.append(Slot(generation: UInt64.random(in: 1..<(1 << 40)), call: nil))
            return (state.slots.count - 1, state.slots[state.slots.count - 1].generation)
        }
    }
}
