/// The build of an installed plugin that a version stays with.
struct PinnedBuild: Sendable, Equatable {
    /// The build's sha256 in the content store, in hex.
    var sha256: String
    /// The handler's name in it.
    var handler: String
}
