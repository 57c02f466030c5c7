/// Why a plugin cannot be put to use.
package struct LoadFailure: Error, Sendable, Equatable {
    /// The kinds of reasons, each with the error type its callers see.
    package enum Code: UInt32, Sendable {
        /// The file is no shared library for this machine, or is damaged.
        case unsuitableFile = 1
        /// The dynamic loader refuses it: a missing dependency or symbol.
        case unloadable = 2
        /// It does not export `newel_plugin_entry`.
        case entryMissing = 3
        /// It refuses this host, or was made for another major version of the interface.
        case incompatible = 4
        /// Its descriptor breaks the rules.
        case badDescriptor = 5
        /// It has no handler of that name.
        case handlerMissing = 6
        /// The handler's `create` or `activate` failed.
        case startFailed = 7
    }
    package var code: Code
    /// For people.
    package var message: String
    /// The handler's own error type when it failed to start, else empty.
    package var type: String = ""

    /// A failure of a kind with words for people.
    package init(_ code: Code, _ message: String, type: String = "") {
        self.code = code
        self.message = message
        self.type = type
    }

    /// The error type a caller of the function sees.
    package var errorType: String {
        if !type.isEmpty { return type }
        switch code {
        case .unsuitableFile, .unloadable: return "Runtime.ImportModuleError"
        case .entryMissing, .incompatible, .badDescriptor: return "Runtime.InvalidEntrypoint"
        case .handlerMissing: return "Runtime.HandlerNotFound"
        case .startFailed: return "Runtime.InitError"
        }
    }
}
