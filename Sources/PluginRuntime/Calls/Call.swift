import CNewelPlugin
import Glibc
import Synchronization

/// One invocation as the side that runs the handler sees it.
///
/// It ends once: the first of the handler's answer and the host's timeout wins. Its memory stays until `invoke` has returned and the
/// handler has made its own attempt to answer.
package final class Call: @unchecked Sendable {
    // Sendable: the memory is read-only once made; all else is atomic.

    /// The handle the handler knows it by.
    package let handle: UInt64
    /// What the handler reads.
    package let invocation: UnsafePointer<newel_invocation>
    /// Where its answer and log lines go.
    package let sink: any CallSink
    /// When `write_chunk` was used, the answer carries no body.
    package let hasChunks = Atomic<Bool>(false)
    let cancellation = CallCancellation()
    private let memory: UnsafeMutableRawBufferPointer
    private let ended = Atomic<Bool>(false)
    private let holds = Atomic<UInt8>(0)
    private let ordinals = Atomic<Int>(0)

    /// Takes over `memory`, a complete image allocated with malloc; `nil`, and freed, when it is not sound.
    init?(handle: UInt64, memory: UnsafeMutableRawBufferPointer, sink: any CallSink) {
        self.handle = handle
        self.memory = memory
        self.sink = sink
        guard let invocation = InvocationImage.settle(memory) else {
            Glibc.free(memory.baseAddress)
            return nil
        }
        self.invocation = invocation
        memory.storeBytes(of: handle, toByteOffset: 8, as: UInt64.self)
    }

    deinit { Glibc.free(memory.baseAddress) }

    /// Whether it has ended, by answer or by the host.
    package var hasEnded: Bool { ended.load(ordering: .acquiring) }

    /// Ends it, if nobody did before.
    ///
    /// - Returns: `true` to exactly one caller. When it returns, the cancel callback neither runs nor will run.
    package func end() -> Bool {
        guard ended.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged else {
            return false
        }
        cancellation.close()
        return true
    }

    /// Asks the handler to stop.
    package func cancel(_ reason: Int32) {
        if !hasEnded { cancellation.cancel(self, reason) }
    }

    /// The number of the next `api_call`, from 1.
    func nextOrdinal() -> Int { ordinals.add(1, ordering: .relaxed).newValue }

    /// Notes that one of the two who need the memory is done; `true` when that was the last.
    func letGo(_ hold: Hold) -> Bool {
        let old = holds.bitwiseOr(hold.rawValue, ordering: .acquiringAndReleasing).oldValue
        return old | hold.rawValue == 3 && old != 3
    }

    /// Who needs the memory of a call.
    enum Hold: UInt8 {
        case invoke = 1
        case answer = 2
    }
}
