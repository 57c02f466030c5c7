/// Why a text is not a path or not a call of an intrinsic function.
package struct PathSyntaxError: Error, Sendable, Equatable {
    /// What is wrong, for people.
    package let message: String
    /// The byte of the text where it was noticed, counted from 0.
    package let offset: Int

    /// Describes what is wrong where.
    package init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }
}
