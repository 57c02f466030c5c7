/// Why a text is no pattern.
package struct ContentPatternError: Error, Sendable, Equatable {
    /// What is wrong, in the words of AWS where it has any.
    package let message: String

    /// A reason in words.
    init(_ message: String) { self.message = message }
}
