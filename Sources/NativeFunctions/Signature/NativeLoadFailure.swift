/// Why a native function cannot be called at all.
package struct NativeLoadFailure: Error, Sendable, Equatable {
    /// The kinds of reasons.
    package enum Code: Sendable {
        /// The declaration breaks the rules.
        case badDeclaration
        /// The dynamic loader does not find or refuses the library.
        case unloadable
        /// The library has no function of that name.
        case symbolMissing
        /// Such a call cannot be made on this machine.
        case unsupported
    }
    /// The kind.
    package var code: Code
    /// For people.
    package var message: String

    /// A failure of a kind with words for people.
    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
