import EventsIntegration
import NewelPluginKit

/// What a host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { EventsPlugin.plugin.entry(hostABI: hostABI) }
