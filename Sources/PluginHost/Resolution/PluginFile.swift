/// A file of a plugin and what it looks like.
struct PluginFile: Sendable, Equatable {
    let path: String
    let stamp: Files.Stamp
}
