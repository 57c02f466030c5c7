/// Where the words for a failure come from.
package enum NativeExplanation: Sendable, Equatable {
    /// Nowhere.
    case none
    /// The C library's words for `errno`.
    case errno
    /// A function of the library, which takes the returned number and returns a text it keeps.
    case function(of: String)
    /// A function that takes nothing, as `dlerror`.
    case lastError(of: String)
    /// The text another parameter holds after the call, by its index.
    case parameter(Int)
}
