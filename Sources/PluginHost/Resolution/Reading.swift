/// What became of reading a candidate: nobody is led to it yet.
struct Reading: Sendable {
    /// How far it came.
    enum Content: Sendable {
        /// It changes still, or is gone: somebody will look again.
        case unsettled
        /// What it holds is served already, or was given up.
        case unwanted(sha256: String)
        /// It is in the store.
        case stored(StoredPackage)
        /// It is refused.
        case broken(PackageProblem)
    }
    /// As it was when it was read.
    let candidate: PluginPlace.Candidate
    /// What was found in it.
    let content: Content
}
