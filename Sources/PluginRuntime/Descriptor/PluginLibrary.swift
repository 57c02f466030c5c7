import CNewelPlugin
import Glibc

/// Loads shared libraries. What is loaded stays loaded.
package enum PluginLibrary {
    /// Loads a library and reads its descriptor.
    package static func load(_ path: String) throws(LoadFailure) -> LoadedPlugin {
        guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { throw LoadFailure(.unloadable, lastError()) }
        guard let symbol = dlsym(library, "newel_plugin_entry") else {
            throw LoadFailure(.entryMissing, "the library does not export newel_plugin_entry")
        }
        typealias Entry = @convention(c) (UInt32) -> UnsafePointer<newel_plugin>?
        let entry = unsafeBitCast(symbol, to: Entry.self)
        guard let descriptor = entry(UInt32(NEWEL_ABI_VERSION)) else {
            throw LoadFailure(.incompatible, "the plugin refuses this host's version of the interface")
        }
        return try LoadedPlugin(descriptor)
    }

    private static func lastError() -> String {
        dlerror().map { String(cString: $0) } ?? "the library cannot be loaded"
    }
}
