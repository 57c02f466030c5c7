/// How many elements of a buffer count after the call.
package enum NativeLength: Sendable, Equatable {
    /// All of them.
    case whole
    /// Always so many.
    case constant(Int)
    /// As many as the function returns.
    case returned
    /// As many as another parameter holds after the call, by its index.
    case parameter(Int)
    /// Up to a NUL.
    case terminated
}
