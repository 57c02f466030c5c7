import ResourceNames

/// The functions that were made by CreateFunction. They win over dropped-in ones of the same name.
package protocol FunctionDirectory: Sendable {
    /// A function by name, or `nil`. It is asked at every invocation and must answer from memory.
    ///
    /// - Parameter qualifier: A version or alias; `nil` for `$LATEST`.
    func function(named name: String, qualifier: String?, in territory: Territory) -> FunctionDefinition?

    /// The packages in the content store that functions and their versions refer to, by sha256: those are kept.
    var packages: Set<String> { get }
}

/// Takes what functions print and log.
package protocol FunctionLogSink: Sendable {
    /// Adds to a function's log. [any thread]; it must not block.
    func append(_ output: FunctionOutput)
}
