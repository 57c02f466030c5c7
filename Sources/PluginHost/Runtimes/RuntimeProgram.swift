/// A program that speaks the Lambda Runtime API, and what it needs to be there.
struct RuntimeProgram: Sendable, Equatable {
    /// Its path and its arguments.
    var words: [String] = []
    /// Folders outside of the package that it reads.
    var folders: [String] = []
}
