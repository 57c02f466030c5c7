/// Something that happened to a dropped-in plugin, for the host's log.
package struct PluginNotice: Sendable, Equatable {
    /// What happened.
    package enum Kind: String, Sendable {
        /// A build has been read, and comes up to see whether it can be served.
        case loading
        /// It is served from now on.
        case loaded
        /// Its new build is served from the next worker on.
        case replaced
        /// It is gone.
        case removed
        /// It cannot be served; the build before it goes on.
        case refused
        /// A build before it is served again: it crashed while it was fresh, or somebody asked for it.
        case rolledBack
    }
    package var kind: Kind
    /// The file or folder.
    package var source: String
    /// What it offers, or what is wrong with it.
    package var message: String
    /// What its manifest has that is of no use, each for people.
    package var warnings: [String] = []
}
