import CNewelPlugin
import JSONTree

/// A native function as a handler like any other.
package enum NativeHandler {
    /// The handler's structure. It lives as long as the process, and the function with it.
    package static func make(_ function: NativeFunction, flags: UInt32) -> UnsafePointer<newel_handler> {
        let handler = UnsafeMutablePointer<newel_handler>.allocate(capacity: 1)
        var structure = newel_handler()
        structure.size = UInt32(MemoryLayout<newel_handler>.size)
        structure.kind = UInt32(NEWEL_KIND_FUNCTION)
        structure.flags = flags
        structure.reserved1 = Unmanaged.passRetained(function).toOpaque()
        structure.create = { _, handler, instance, _ in
            guard let function = handler?.pointee.reserved1 else { return newel_status(NEWEL_E_INVALID) }
            instance?.pointee = OpaquePointer(function)
            return newel_status(NEWEL_OK)
        }
        structure.invoke = { instance, host, invocation in
            guard let instance, let host, let invocation else { return newel_status(NEWEL_E_INVALID) }
            let function = Unmanaged<NativeFunction>.fromOpaque(UnsafeRawPointer(instance)).takeUnretainedValue()
            return NativeHandler.invoke(function, host, invocation.pointee)
        }
        handler.initialize(to: structure)
        return UnsafePointer(handler)
    }

    private static func invoke(
        _ function: NativeFunction, _ host: UnsafePointer<newel_host>, _ invocation: newel_invocation
    ) -> newel_status {
        do throws(NativeFailure) {
            let result = try function.call(with: try input(invocation.payload)).bytes
            return result.withUnsafeBufferPointer {
                host.pointee.complete(
                    host.pointee.ctx, invocation.call, newel_bytes(ptr: $0.baseAddress, len: UInt64($0.count)))
            }
        } catch {
            return fail(error, host, invocation.call)
        }
    }

    private static func input(_ payload: newel_bytes) throws(NativeFailure) -> JSON {
        do {
            return try JSON.parse(UnsafeBufferPointer(start: payload.ptr, count: Int(clamping: payload.len)))
        } catch {
            throw .input("the input is not JSON: \(error.message)")
        }
    }

    private static func fail(
        _ failure: NativeFailure, _ host: UnsafePointer<newel_host>, _ call: newel_call
    ) -> newel_status {
        var (type, message) = (failure.type, failure.message)
        return type.withUTF8 { type in
            message.withUTF8 { message in
                var error = newel_error()
                error.size = UInt32(MemoryLayout<newel_error>.size)
                error.type = newel_bytes(ptr: type.baseAddress, len: UInt64(type.count))
                error.message = newel_bytes(ptr: message.baseAddress, len: UInt64(message.count))
                return host.pointee.fail(host.pointee.ctx, call, &error)
            }
        }
    }
}
