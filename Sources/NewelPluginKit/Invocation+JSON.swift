import JSONTree

// JSONTree is the project's own, so these conveniences are for the plugins that are built with it.
extension Invocation {
    /// The payload as a tree.
    package func input() throws(PluginError) -> JSON {
        do {
            return try withPayload { (bytes) throws(JSONError) in
                try JSON.parse(bytes.bindMemory(to: UInt8.self))
            }
        } catch {
            throw PluginError("InvalidInput", error.message)
        }
    }

    /// Ends the call with a tree.
    @discardableResult
    package func succeed(_ json: JSON) -> Bool { succeed(json.bytes) }
}

extension Handler {
    /// A function from a tree to a tree.
    package init(
        function name: String, _ options: HandlerOptions = [],
        json body: @escaping @Sendable (JSON, Invocation) throws -> JSON
    ) {
        self.init(.function(name), options) { invocation in try body(invocation.input(), invocation).bytes }
    }
}
