import CNewelPlugin

/// What a descriptor says of one handler.
package struct HandlerDescription: Sendable, Equatable {
    /// What calls a handler; raw values are the C interface's.
    package enum Kind: UInt32, Sendable {
        case function = 1
        case integration = 2
    }
    package var kind: Kind
    /// Function name or resource pattern.
    package var name: String
    package var flags: UInt32

    /// States all.
    package init(kind: Kind, name: String, flags: UInt32) {
        self.kind = kind
        self.name = name
        self.flags = flags
    }

    /// One instance may be invoked by several threads at once.
    package var isConcurrent: Bool { flags & UInt32(NEWEL_H_CONCURRENT) != 0 }
    /// May run again after a host crash.
    package var isIdempotent: Bool { flags & UInt32(NEWEL_H_IDEMPOTENT) != 0 }
    /// `invoke` returns at once.
    package var isNonblocking: Bool { flags & UInt32(NEWEL_H_NONBLOCKING) != 0 }
}

/// What a descriptor says of the whole plugin.
package struct PluginDescription: Sendable, Equatable {
    /// Empty when the plugin has none.
    package var name: String
    package var version: String
    package var handlers: [HandlerDescription]

    /// States all.
    package init(name: String, version: String, handlers: [HandlerDescription]) {
        self.name = name
        self.version = version
        self.handlers = handlers
    }
}
