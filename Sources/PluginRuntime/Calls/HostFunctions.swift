import CNewelPlugin
import Glibc
import Synchronization

/// The functions in a `newel_host`: each finds its `HostInterface` through `ctx` and does one thing.
enum HostFunctions {
    /// All slots filled. `context` is an unretained `HostInterface`.
    static func table(context: UnsafeMutableRawPointer) -> newel_host {
        newel_host(
            size: UInt32(MemoryLayout<newel_host>.size), abi_version: UInt32(NEWEL_ABI_VERSION), ctx: context,
            log: { interface($0).log($1, $2, $3, $4) },
            clock_mono_ns: { _ in Clocks.monotonicNanoseconds }, clock_unix_ns: { interface($0).wallClock() },
            alloc: { Glibc.malloc(max(1, Int(clamping: $1))) },
            realloc: { Glibc.realloc($1, max(1, Int(clamping: $2))) }, free: { Glibc.free($1) },
            complete: complete, complete_owned: completeOwned, fail: fail, write_chunk: writeChunk,
            remaining_ns: { context, handle in
                guard let call = interface(context).calls.find(handle), !call.hasEnded else { return 0 }
                return max(0, call.invocation.pointee.deadline_mono_ns - Clocks.monotonicNanoseconds)
            },
            cancelled: { interface($0).calls.find($1)?.cancellation.currentReason ?? 0 },
            on_cancel: { context, handle, function, user in
                guard let call = interface(context).calls.find(handle) else { return newel_status(NEWEL_E_GONE) }
                return call.cancellation.set(function, user, of: call)
            },
            heartbeat: { context, handle in
                guard let call = interface(context).calls.find(handle), !call.hasEnded else {
                    return newel_status(NEWEL_E_GONE)
                }
                call.sink.heartbeat(call)
                return newel_status(NEWEL_OK)
            },
            config_get: { context, key, out in
                guard let out, let value = interface(context).setting(String(decoding: key.buffer, as: UTF8.self))
                else {
                    return newel_status(NEWEL_E_INVALID)
                }
                out.pointee = value
                return newel_status(NEWEL_OK)
            },
            api_call: { interface($0).request($1, $2, $3, $4, isPreparing: false, $5, $6) },
            extension: { context, id in
                guard let id, interface(context).preparesEffects, strcmp(id, NEWEL_EXT_STORE_EFFECT) == 0 else {
                    return nil
                }
                return UnsafeRawPointer(storeEffect)
            })
    }
}

private func interface(_ context: UnsafeMutableRawPointer?) -> HostInterface {
    guard let context else { preconditionFailure("a plugin called the host without its context") }
    return Unmanaged<HostInterface>.fromOpaque(context).takeUnretainedValue()
}

private let complete: @convention(c) (UnsafeMutableRawPointer?, newel_call, newel_bytes) -> newel_status = {
    context, handle, json in
    guard json.isSound else { return newel_status(NEWEL_E_INVALID) }
    return interface(context).answer(handle, .success(json.buffer))
}

private let completeOwned:
    @convention(c) (UnsafeMutableRawPointer?, newel_call, UnsafeMutableRawPointer?, UInt64) -> newel_status = {
        context, handle, memory, count in
        defer { Glibc.free(memory) }
        guard memory != nil || count == 0 else { return newel_status(NEWEL_E_INVALID) }
        return interface(context).answer(
            handle, .success(UnsafeRawBufferPointer(start: memory, count: Int(clamping: count))))
    }

private let fail: @convention(c) (UnsafeMutableRawPointer?, newel_call, UnsafePointer<newel_error>?) -> newel_status = {
    context, handle, error in
    guard let error, error.pointee.size >= UInt32(MemoryLayout<newel_error>.size) else {
        return newel_status(NEWEL_E_INVALID)
    }
    let value = error.pointee
    guard value.type.isSound, value.message.isSound, value.stack_json.isSound else {
        return newel_status(NEWEL_E_INVALID)
    }
    return interface(context).answer(
        handle, .failure(type: value.type.buffer, message: value.message.buffer, stackJSON: value.stack_json.buffer))
}

private let writeChunk: @convention(c) (UnsafeMutableRawPointer?, newel_call, newel_bytes) -> newel_status = {
    context, handle, bytes in
    guard bytes.isSound else { return newel_status(NEWEL_E_INVALID) }
    guard bytes.len <= UInt64(RuntimeLimits.responseBytesMax) else { return newel_status(NEWEL_E_TOO_LARGE) }
    guard let call = interface(context).calls.find(handle), !call.hasEnded else { return newel_status(NEWEL_E_GONE) }
    call.hasChunks.store(true, ordering: .releasing)
    call.sink.append(call, chunk: bytes.buffer)
    return newel_status(NEWEL_OK)
}

/// The store-effect extension; one for all, as its functions get `ctx`.
private nonisolated(unsafe) let storeEffect: UnsafePointer<newel_store_effect> = {
    // Written once before it is shared, never freed.
    let memory = UnsafeMutablePointer<newel_store_effect>.allocate(capacity: 1)
    memory.initialize(
        to: newel_store_effect(
            size: UInt32(MemoryLayout<newel_store_effect>.size), reserved: 0,
            api_prepare: { interface($0).request($1, $2, $3, $4, isPreparing: true, $5, $6) }))
    return UnsafePointer(memory)
}()

extension newel_bytes {
    /// The bytes of a buffer; valid as long as the buffer.
    package init(_ buffer: UnsafeRawBufferPointer) {
        self.init(ptr: buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), len: UInt64(buffer.count))
    }

    /// The bytes where they lie.
    package var buffer: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: ptr, count: ptr == nil ? 0 : Int(clamping: len))
    }

    /// A length needs an address.
    var isSound: Bool { ptr != nil || len == 0 }
}
