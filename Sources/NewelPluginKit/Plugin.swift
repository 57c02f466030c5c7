import CNewelPlugin

/// A plugin: the handlers one shared library offers, behind the descriptor of the C interface.
///
/// Make one, keep it in a global constant, and export it:
///
///     private let plugin = Plugin("orders", version: "1.0.0", [
///         Handler(.function("ProcessOrder")) { invocation in … }
///     ])
///
///     @c(newel_plugin_entry)
///     public func entry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
///
/// The same plugin can be linked into the host instead, which then takes `descriptor`.
public final class Plugin: @unchecked Sendable {
    // Sendable: the memory behind the descriptor is written by `init` alone and never freed.

    /// What the host reads. Lives as long as the process.
    public let descriptor: UnsafePointer<newel_plugin>

    /// Describes a plugin with its handlers, in order.
    ///
    /// - Parameters:
    ///   - name: For people.
    ///   - version: For people; a semantic version.
    ///   - handlers: What it offers.
    public init(_ name: String, version: String, _ handlers: [Handler]) {
        let list = UnsafeMutablePointer<UnsafePointer<newel_handler>?>.allocate(capacity: max(handlers.count, 1))
        for (index, handler) in handlers.enumerated() {
            (list + index).initialize(to: HandlerRecord.make(handler))
        }
        let plugin = UnsafeMutablePointer<newel_plugin>.allocate(capacity: 1)
        plugin.initialize(
            to: newel_plugin(
                magic: UInt32(NEWEL_MAGIC), size: UInt32(MemoryLayout<newel_plugin>.size),
                abi_version: UInt32(NEWEL_ABI_VERSION), min_host_abi: UInt32(NEWEL_ABI_VERSION),
                name: lasting(name), version: lasting(version), flags: UInt32(NEWEL_P_NO_UNLOAD),
                handler_count: UInt32(handlers.count), handlers: UnsafePointer(list), build_id: nil, reserved0: nil))
        descriptor = UnsafePointer(plugin)
    }

    /// What `newel_plugin_entry` returns: the descriptor, or nothing when the host speaks another major version.
    public func entry(hostABI: UInt32) -> UnsafeRawPointer? {
        hostABI >> 16 == UInt32(NEWEL_ABI_VERSION) >> 16 ? UnsafeRawPointer(descriptor) : nil
    }
}

/// A C string that is never freed.
func lasting(_ text: String) -> UnsafePointer<CChar> {
    let units = text.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: units.count)
    for (index, unit) in units.enumerated() { (copy + index).initialize(to: unit) }
    return UnsafePointer(copy)
}
