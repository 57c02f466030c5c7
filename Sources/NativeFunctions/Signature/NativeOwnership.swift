/// Who frees memory a function hands out.
package enum NativeOwnership: Sendable, Equatable {
    /// The library keeps it.
    case borrowed
    /// The caller, with a function of this name.
    case freed(by: String)
}
