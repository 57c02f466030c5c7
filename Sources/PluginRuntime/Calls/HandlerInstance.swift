import CNewelPlugin

/// A handler that has been created and activated.
package final class HandlerInstance: @unchecked Sendable {
    // Sendable: the handler's structure is static; the instance pointer is the handler's own and only handed back.

    /// What the descriptor says of it.
    package let description: HandlerDescription
    /// What it was given to call the host with.
    package let interface: HostInterface
    private let handler: newel_handler
    private var instance: OpaquePointer?

    /// Creates and activates. [one call at a time]
    package init(
        _ description: HandlerDescription, _ pointer: UnsafePointer<newel_handler>, interface: HostInterface
    ) throws(LoadFailure) {
        self.description = description
        self.interface = interface
        handler = pointer.pointee
        var error = newel_error()
        error.size = UInt32(MemoryLayout<newel_error>.size)
        if let create = handler.create {
            let status = create(interface.host, pointer, &instance, &error)
            guard status == newel_status(NEWEL_OK) else { throw Self.failure(of: "create", status, error) }
        }
        if let activate = handler.activate {
            let status = activate(instance)
            guard status == newel_status(NEWEL_OK) else {
                handler.destroy?(instance)
                throw Self.failure(of: "activate", status, error)
            }
        }
    }

    /// Runs the handler for one call on this thread. Not twice at once unless it is concurrent.
    package func invoke(_ call: Call) {
        let status = handler.invoke(instance, interface.host, call.invocation)
        if status != newel_status(NEWEL_OK) {
            CallAnswer.withFailure(type: "HandlerFailed", message: "The handler returned status \(status)") {
                _ = interface.answer(call.handle, $0)
            }
        }
        interface.letGo(call, .invoke)
    }

    /// Lets the handler finish and takes it down. No call may be running.
    package func destroy() {
        if let quiesce = handler.quiesce { _ = quiesce(instance) }
        interface.abandonRequests()
        handler.destroy?(instance)
    }

    private static func failure(of step: String, _ status: newel_status, _ error: newel_error) -> LoadFailure {
        let message = String(decoding: error.message.buffer, as: UTF8.self)
        return LoadFailure(
            .startFailed, message.isEmpty ? "the handler's \(step) returned status \(status)" : message,
            type: String(decoding: error.type.buffer, as: UTF8.self))
    }
}
