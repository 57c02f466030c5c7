/// A native function of a stored package: what a worker needs to call it.
package struct NativeBinding: Sendable, Equatable {
    /// The path of a library in the content store, or the name of a system library.
    package var library: String
    /// How it is called.
    package var declaration: String
}
