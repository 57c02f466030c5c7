import Glibc
import ResourceNames
import StorageContract
import Synchronization

/// Which calls have been handed to a handler and not been answered: kept in a file that outlives the process, not the machine.
///
/// After a crash of the process, a call without a mark certainly never reached its handler, so it may be made again. The file is memory that
/// is written before a call leaves: what a process has written there stays when it is killed, at the price of no system call. When the machine
/// itself went down nothing is certain, and every call counts as handed over.
///
/// `@unchecked Sendable`: the mapped memory is touched only while `state` is locked.
package final class HandoverMarks: @unchecked Sendable {
    private struct Mark: Hashable {
        let key: ExecutionKey
        let task: Int64
    }

    private struct State {
        var slots: [Mark: Int] = [:]
        var free: [Int] = []
        /// Slots from here on have never been used.
        var used = 0
    }

    private let memory: UnsafeMutableRawPointer
    private let state = Mutex(State())
    /// Nothing can be said of the calls of the process before this one: another boot, a new or a damaged file.
    private let knowsThePast: Bool

    /// Opens the file, or makes it.
    ///
    /// - Parameters:
    ///   - path: In the folder of the data, so that it goes with them.
    ///   - boot: What names the run of the machine; 32 bytes of it count.
    package init(path: String, boot: String = HandoverMarks.currentBoot) throws(EngineFailure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable("\(path) cannot be opened: \(String(cString: strerror(errno)))")
        }
        defer { Glibc.close(descriptor) }
        // Space is claimed now: a full disk must not show as a fault of a write to memory later.
        let failure = posix_fallocate(descriptor, 0, off_t(Self.byteCount))
        guard failure == 0 else {
            throw .unavailable("\(path) cannot be made: \(String(cString: strerror(failure)))")
        }
        let mapped = mmap(nil, Self.byteCount, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let mapped, mapped != MAP_FAILED else {
            throw .unavailable("\(path) cannot be mapped: \(String(cString: strerror(errno)))")
        }
        memory = mapped
        var header = Array("newel-handover-1".utf8) + Array(boot.utf8.prefix(32))
        header += Array(repeating: 0, count: Self.headerBytes - header.count)
        let old = UnsafeRawBufferPointer(start: mapped, count: header.count)
        knowsThePast = old.elementsEqual(header)
        if knowsThePast {
            state.withLock { load(&$0) }
        } else {
            memset(mapped, 0, Self.byteCount)
            UnsafeMutableRawBufferPointer(start: mapped, count: header.count).copyBytes(from: header)
        }
    }

    deinit { munmap(memory, Self.byteCount) }

    /// Says that a call is about to leave. [any thread]
    func mark(_ key: ExecutionKey, task: Int64) {
        let mark = Mark(key: key, task: task)
        state.withLock { state in
            guard state.slots[mark] == nil else { return }
            let slot = state.free.popLast() ?? state.used
            // More calls than slots: the header forgets its boot, so that the next process trusts no absence.
            guard slot < Self.slotCount else { return memory.storeBytes(of: 0, as: UInt64.self) }
            state.used = max(state.used, slot + 1)
            state.slots[mark] = slot
            let place = place(of: slot)
            place.storeBytes(of: key.high, toByteOffset: 0, as: UInt64.self)
            place.storeBytes(of: key.low, toByteOffset: 8, as: UInt64.self)
            place.storeBytes(of: task, toByteOffset: 16, as: Int64.self)
            // Last, so that a slot that counts is whole.
            atomicMemoryFence(ordering: .releasing)
            place.storeBytes(of: 1, toByteOffset: 24, as: Int64.self)
        }
    }

    /// Forgets a call whose answer is on disk. [any thread]
    func clear(_ key: ExecutionKey, task: Int64) {
        state.withLock { state in
            guard let slot = state.slots.removeValue(forKey: Mark(key: key, task: task)) else { return }
            place(of: slot).storeBytes(of: 0, toByteOffset: 24, as: Int64.self)
            state.free.append(slot)
        }
    }

    /// Whether a call of the process before this one may have reached its handler.
    func mayHaveLeft(_ key: ExecutionKey, task: Int64) -> Bool {
        guard knowsThePast else { return true }
        return state.withLock { $0.slots[Mark(key: key, task: task)] != nil }
    }

    private func load(_ state: inout State) {
        for slot in 0..<Self.slotCount {
            let place = place(of: slot)
            guard place.load(fromByteOffset: 24, as: Int64.self) == 1 else { continue }
            while state.used < slot {
                state.free.append(state.used)
                state.used += 1
            }
            state.used = slot + 1
            let key = ExecutionKey(
                high: place.load(fromByteOffset: 0, as: UInt64.self),
                low: place.load(fromByteOffset: 8, as: UInt64.self))
            state.slots[Mark(key: key, task: place.load(fromByteOffset: 16, as: Int64.self))] = slot
        }
    }

    private func place(of slot: Int) -> UnsafeMutableRawPointer { memory + Self.headerBytes + slot * Self.slotBytes }

    private static let headerBytes = 64
    private static let slotBytes = 32
    /// Far more than there can be workers.
    private static let slotCount = 16_384
    private static let byteCount = headerBytes + slotCount * slotBytes

    /// The kernel's name for the run of the machine that this process is part of; empty where there is none, which counts as a name too.
    package static var currentBoot: String {
        let descriptor = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { Glibc.close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).filter { $0 != "-" && $0 != "\n" }
    }
}
