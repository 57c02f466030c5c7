import NewelPluginKit
import SQSIntegration

/// What a host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { SQSPlugin.plugin.entry(hostABI: hostABI) }
