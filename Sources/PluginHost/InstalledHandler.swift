import PluginRuntime

/// A handler that is there without CreateFunction: linked in, beside the executable, or dropped into a plugin directory.
package struct InstalledHandler: Sendable, Equatable {
    /// Where a handler comes from, the strongest last: what lies beside the executable never replaces what is linked into it.
    package enum Origin: Int, Sendable, Comparable {
        case stock
        case linkedIn
        case droppedIn

        package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    /// Function or integration.
    package var kind: HandlerDescription.Kind
    /// Function name or resource pattern: what it is called by.
    package var name: String
    /// The package it is in.
    package var package: String
    /// Its name in the descriptor.
    package var handler: String
    package var flags: UInt32
    package var origin: Origin
    /// The file or folder it was found in; empty when linked in.
    package var source: String
    /// The library to load, in the content store; empty when linked in.
    package var library: String
    /// The build's sha256 in hex; empty when linked in.
    package var buildID: String
    package var settings: HandlerSettings
    /// How a native function is called; `nil` for a handler.
    package var native: String?
    /// The program that runs it instead of the library.
    package var bootstrap: BootstrapCommand?
    /// Folders that add to where its process looks for things.
    package var layers: [String] = []
}

/// What a manifest may say of a function; the defaults are Lambda's.
package struct HandlerSettings: Sendable, Equatable {
    /// `nil`: the host's usual one, `PluginHostLimits.timeoutSeconds`.
    package var timeoutSeconds: Int?
    package var memoryMB = 128
    package var environment: [String: String] = [:]
    package var reservedConcurrency: Int?
    /// The manifest's `onHostCrash: retry`.
    package var retriesAfterHostCrash = false
    /// The manifest's `isolation`, if it has one.
    package var isolation: PluginHostConfiguration.Isolation?
    /// The manifest's `files` and `sandbox`.
    package var sandbox = SandboxSettings()
    /// The manifest's `probe`, if it has one.
    package var probe: HandlerProbe?

    package init() {}
}
