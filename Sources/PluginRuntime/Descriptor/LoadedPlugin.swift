import CNewelPlugin

/// A descriptor that has been read and found sound.
package struct LoadedPlugin: @unchecked Sendable {
    // Sendable: descriptors are static and read-only.

    package let description: PluginDescription
    /// The handlers' own structures, in the order of `description.handlers`.
    package let handlers: [UnsafePointer<newel_handler>]

    /// Reads a descriptor.
    ///
    /// - Throws: `LoadFailure` naming the first rule it breaks.
    package init(_ pointer: UnsafePointer<newel_plugin>) throws(LoadFailure) {
        let plugin = try Self.header(pointer)
        guard let list = plugin.handlers else { throw LoadFailure(.badDescriptor, "the list of handlers is missing") }
        var descriptions: [HandlerDescription] = []
        var handlers: [UnsafePointer<newel_handler>] = []
        for index in 0..<Int(plugin.handler_count) {
            guard let handler = list[index] else { throw LoadFailure(.badDescriptor, "handler \(index) is NULL") }
            let description = try Self.describe(
                handler, index: index, onlyName: plugin.handler_count == 1 ? plugin.name : nil)
            guard !descriptions.contains(where: { $0.kind == description.kind && $0.name == description.name }) else {
                throw LoadFailure(.badDescriptor, "two handlers are named \(description.name)")
            }
            descriptions.append(description)
            handlers.append(handler)
        }
        self.handlers = handlers
        description = PluginDescription(
            name: try Self.text(plugin.name, of: "the plugin's name") ?? "",
            version: try Self.text(plugin.version, of: "the plugin's version") ?? "", handlers: descriptions)
    }

    /// The handler of a name: a function's, or an integration's pattern.
    package func handler(named name: String) throws(LoadFailure) -> (HandlerDescription, UnsafePointer<newel_handler>) {
        guard let index = description.handlers.firstIndex(where: { $0.name == name }) else {
            let known = description.handlers.map(\.name).joined(separator: ", ")
            throw LoadFailure(.handlerMissing, "there is no handler \(name); the plugin has \(known)")
        }
        return (description.handlers[index], handlers[index])
    }

    private static func header(_ pointer: UnsafePointer<newel_plugin>) throws(LoadFailure) -> newel_plugin {
        let raw = UnsafeRawPointer(pointer)
        let magic = raw.load(as: UInt32.self)
        guard magic == UInt32(NEWEL_MAGIC) else {
            throw LoadFailure(.badDescriptor, "the descriptor's magic number is 0x\(String(magic, radix: 16))")
        }
        let size = Int(raw.load(fromByteOffset: 4, as: UInt32.self))
        guard (MemoryLayout<newel_plugin>.size...RuntimeLimits.structureBytesMax).contains(size) else {
            throw LoadFailure(.badDescriptor, "the descriptor says it has \(size) bytes")
        }
        let plugin = pointer.pointee
        let host = UInt32(NEWEL_ABI_VERSION)
        guard plugin.abi_version >> 16 == host >> 16, plugin.min_host_abi <= host else {
            throw LoadFailure(
                .incompatible,
                "made for version \(version(plugin.abi_version)) of the interface, at least \(version(plugin.min_host_abi)) here; the host has \(version(host))"
            )
        }
        guard plugin.flags >> 16 == 0 else {
            throw LoadFailure(.badDescriptor, "unknown plugin flags 0x\(String(plugin.flags, radix: 16))")
        }
        guard (1...UInt32(RuntimeLimits.handlersMax)).contains(plugin.handler_count) else {
            throw LoadFailure(.badDescriptor, "the descriptor lists \(plugin.handler_count) handlers")
        }
        return plugin
    }

    private static func describe(
        _ pointer: UnsafePointer<newel_handler>, index: Int, onlyName: UnsafePointer<CChar>?
    ) throws(LoadFailure) -> HandlerDescription {
        let size = Int(UnsafeRawPointer(pointer).load(as: UInt32.self))
        guard (MemoryLayout<newel_handler>.size...RuntimeLimits.structureBytesMax).contains(size) else {
            throw LoadFailure(.badDescriptor, "handler \(index) says it has \(size) bytes")
        }
        let handler = pointer.pointee
        guard let kind = HandlerDescription.Kind(rawValue: handler.kind) else {
            throw LoadFailure(.badDescriptor, "handler \(index) is of the unknown kind \(handler.kind)")
        }
        guard handler.flags >> 16 == 0 else {
            throw LoadFailure(
                .badDescriptor, "handler \(index) has unknown flags 0x\(String(handler.flags, radix: 16))")
        }
        guard unsafeBitCast(handler.invoke, to: UInt.self) != 0 else {
            throw LoadFailure(.badDescriptor, "handler \(index) has no invoke")
        }
        guard let name = try text(handler.name ?? onlyName, of: "the name of handler \(index)"), !name.isEmpty else {
            throw LoadFailure(.badDescriptor, "handler \(index) has no name")
        }
        return HandlerDescription(kind: kind, name: name, flags: handler.flags)
    }

    private static func text(_ pointer: UnsafePointer<CChar>?, of what: String) throws(LoadFailure) -> String? {
        guard let pointer else { return nil }
        var count = 0
        while count <= RuntimeLimits.nameBytesMax, pointer[count] != 0 { count += 1 }
        let bytes = UnsafeRawBufferPointer(start: pointer, count: count)
        guard count <= RuntimeLimits.nameBytesMax, let text = String(validating: bytes, as: UTF8.self) else {
            throw LoadFailure(.badDescriptor, "\(what) is too long or not UTF-8")
        }
        return text
    }

    private static func version(_ abi: UInt32) -> String { "\(abi >> 16).\(abi & 0xFFFF)" }
}
