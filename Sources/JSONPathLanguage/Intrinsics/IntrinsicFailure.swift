/// Why an intrinsic function has no value for its arguments.
struct IntrinsicFailure: Error, Equatable {
    /// What is wrong, for people.
    let message: String

    /// Says what is wrong.
    init(_ message: String) { self.message = message }
}
