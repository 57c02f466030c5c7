import NativeFunctions

/// A function of a manifest that is a plain C function, called through libffi.
package struct NativeEntry: Sendable, Equatable {
    /// What is checked before anything is loaded.
    package var signature: NativeSignature
    /// The same as text, which a worker is given with the order to load it.
    package var declaration: String

    /// States both.
    init(signature: NativeSignature, declaration: String) {
        self.signature = signature
        self.declaration = declaration
    }
}
