import CNewelPlugin

/// The C structure of a handler, with a reference to the Swift one right behind it.
///
/// `create` gets the structure's address back, which is how the C functions below find their handler.
enum HandlerRecord {
    private static let boxOffset = MemoryLayout<newel_handler>.size

    /// Writes the structure into memory that is never freed.
    static func make(_ handler: Handler) -> UnsafePointer<newel_handler> {
        let (kind, name) =
            switch handler.kind {
            case .function(let name): (NEWEL_KIND_FUNCTION, name)
            case .integration(let pattern): (NEWEL_KIND_INTEGRATION, pattern)
            }
        let memory = UnsafeMutableRawPointer.allocate(byteCount: boxOffset + 8, alignment: 8)
        let box = Unmanaged.passRetained(HandlerBox(handler))
        memory.storeBytes(of: box.toOpaque(), toByteOffset: boxOffset, as: UnsafeMutableRawPointer.self)
        let record = memory.bindMemory(to: newel_handler.self, capacity: 1)
        record.initialize(
            to: newel_handler(
                size: UInt32(MemoryLayout<newel_handler>.size), kind: UInt32(kind), name: lasting(name),
                flags: handler.options.rawValue, reserved0: 0, create: createInstance, activate: nil,
                invoke: invokeInstance,
                quiesce: nil, destroy: destroyInstance, extension: handler.preparesEffects ? preparingExtension : nil,
                reserved1: nil))
        return UnsafePointer(record)
    }

    /// The handler whose structure this is.
    static func box(of record: UnsafePointer<newel_handler>) -> HandlerBox {
        let reference = UnsafeRawPointer(record).load(fromByteOffset: boxOffset, as: UnsafeRawPointer.self)
        return Unmanaged<HandlerBox>.fromOpaque(reference).takeUnretainedValue()
    }
}

/// A handler as an object, so that C can carry it.
final class HandlerBox: Sendable {
    let handler: Handler
    init(_ handler: Handler) { self.handler = handler }
}

private let createInstance:
    @convention(c) (
        UnsafePointer<newel_host>?, UnsafePointer<newel_handler>?, UnsafeMutablePointer<OpaquePointer?>?,
        UnsafeMutablePointer<newel_error>?
    ) -> newel_status = { _, record, out, _ in
        guard let record, let out else { return newel_status(NEWEL_E_INVALID) }
        out.pointee = OpaquePointer(Unmanaged.passRetained(HandlerRecord.box(of: record)).toOpaque())
        return newel_status(NEWEL_OK)
    }

private let invokeInstance:
    @convention(c) (OpaquePointer?, UnsafePointer<newel_host>?, UnsafePointer<newel_invocation>?) -> newel_status = {
        instance, host, call in
        guard let instance, let host, let call else { return newel_status(NEWEL_E_INVALID) }
        let box = Unmanaged<HandlerBox>.fromOpaque(UnsafeRawPointer(instance)).takeUnretainedValue()
        box.handler.body(Invocation(call, host))
        return newel_status(NEWEL_OK)
    }

private let destroyInstance: @convention(c) (OpaquePointer?) -> Void = { instance in
    if let instance { Unmanaged<HandlerBox>.fromOpaque(UnsafeRawPointer(instance)).release() }
}

private let preparingExtension: @convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> UnsafeRawPointer? = { _, id in
    // Any address says yes; the interface behind this id has no members.
    id.map { String(cString: $0) } == NEWEL_EXT_PREPARES_EFFECTS ? UnsafeRawPointer(bitPattern: 1) : nil
}
