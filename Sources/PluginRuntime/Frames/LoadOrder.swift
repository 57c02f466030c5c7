/// What a worker is told to load.
package struct LoadOrder: Sendable, Equatable {
    /// The shared library, in the content store.
    package var library: String
    /// The handler's name in its descriptor.
    package var handler: String
    /// What `config_get` finds.
    package var settings: [String: String]
    /// How a native function is called; `nil` for a handler of a plugin.
    package var native: String?
    /// The program to become, and its arguments, instead of loading a library; empty for a library.
    package var command: [String] = []
    /// Where that program begins.
    package var folder = ""

    /// States all.
    package init(library: String, handler: String, settings: [String: String], native: String? = nil) {
        self.library = library
        self.handler = handler
        self.settings = settings
        self.native = native
    }

    /// Reads the body of a `load` frame.
    package init?(_ body: UnsafeRawBufferPointer) {
        var reader = FrameReader(body)
        guard let library = reader.text(), let handler = reader.text(), let count: UInt32 = reader.number() else {
            return nil
        }
        var settings: [String: String] = [:]
        for _ in 0..<count {
            guard let key = reader.text(), let value = reader.text() else { return nil }
            settings[key] = value
        }
        guard let native = reader.text() else { return nil }
        self.init(
            library: library, handler: handler, settings: settings, native: native.isEmpty ? nil : native)
        guard let folder = reader.text(), let words: UInt32 = reader.number() else { return nil }
        self.folder = folder
        for _ in 0..<words {
            guard let word = reader.text() else { return nil }
            command.append(word)
        }
    }

    /// The `load` frame.
    package var frame: [UInt8] {
        var writer = FrameWriter(.load)
        writer.append(library)
        writer.append(handler)
        writer.append(UInt32(settings.count))
        for (key, value) in settings {
            writer.append(key)
            writer.append(value)
        }
        writer.append(native ?? "")
        writer.append(folder)
        writer.append(UInt32(command.count))
        for word in command { writer.append(word) }
        return writer.finish()
    }
}

extension PluginDescription {
    /// Reads the body of a `description` frame.
    package init?(frame body: UnsafeRawBufferPointer) {
        var reader = FrameReader(body)
        guard let name = reader.text(), let version = reader.text(), let count: UInt32 = reader.number(),
            count <= UInt32(RuntimeLimits.handlersMax)
        else { return nil }
        var handlers: [HandlerDescription] = []
        for _ in 0..<count {
            guard let raw: UInt32 = reader.number(), let kind = HandlerDescription.Kind(rawValue: raw),
                let flags: UInt32 = reader.number(), let name = reader.text()
            else { return nil }
            handlers.append(HandlerDescription(kind: kind, name: name, flags: flags))
        }
        self.init(name: name, version: version, handlers: handlers)
    }

    /// The `description` frame.
    package var frame: [UInt8] {
        var writer = FrameWriter(.description)
        writer.append(name)
        writer.append(version)
        writer.append(UInt32(handlers.count))
        for handler in handlers {
            writer.append(handler.kind.rawValue)
            writer.append(handler.flags)
            writer.append(handler.name)
        }
        return writer.finish()
    }
}
