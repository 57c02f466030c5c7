import CNewelSpawn
import Glibc
import PluginRuntime
import Synchronization

/// The worker's ends: frames leave whole, whichever thread sends them.
final class WorkerPort: Sendable {
    private let answersLock = Mutex<Void>(())
    private let controlLock = Mutex<Void>(())
    /// Mapped when it is first needed.
    private let shared = Mutex<SharedPayloads?>(nil)

    /// Sends a frame to where answers go.
    ///
    /// - Parameter following: The end of the frame's body, sent from where it lies.
    func answer(_ frame: [UInt8], following: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0)) {
        answersLock.withLock { _ in Self.send(Int32(NEWEL_WORKER_ANSWERS_FD), frame, following) }
    }

    /// The memory shared with the host; `nil` when there is none.
    var sharedPayloads: SharedPayloads? {
        shared.withLock { shared in
            if shared == nil { shared = SharedPayloads(Int32(NEWEL_WORKER_SHARED_FD), .worker) }
            return shared
        }
    }

    /// Hands a large result over in shared memory.
    ///
    /// - Returns: Whether there is any.
    func sendShared(_ result: UnsafeRawBufferPointer, _ hostCall: UInt64) -> Bool {
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        guard let count = sharedPayloads?.put(result, nothing) else { return false }
        var frame = FrameWriter(.succeededShared, call: hostCall)
        frame.append(newel_memory_peak())
        frame.append(count)
        answer(frame.finish())
        return true
    }

    /// Sends a frame on the control socket.
    func sendControl(_ frame: [UInt8]) {
        controlLock.withLock { _ in
            Self.send(Int32(NEWEL_WORKER_CONTROL_FD), frame, UnsafeRawBufferPointer(start: nil, count: 0))
        }
    }

    /// Sends everything or ends the process: without the host there is nobody to work for.
    private static func send(_ descriptor: Int32, _ frame: [UInt8], _ following: UnsafeRawBufferPointer) {
        frame.withUnsafeBytes { frame in
            var sent = 0
            while sent < frame.count + following.count {
                let first = UnsafeRawBufferPointer(rebasing: frame.dropFirst(sent))
                let second = UnsafeRawBufferPointer(rebasing: following.dropFirst(max(0, sent - frame.count)))
                let count =
                    first.isEmpty
                    ? newel_write_pair(descriptor, second.baseAddress, second.count, nil, 0)
                    : newel_write_pair(descriptor, first.baseAddress, first.count, second.baseAddress, second.count)
                guard count >= 0 else { _exit(70) }
                sent += count
            }
        }
    }
}
