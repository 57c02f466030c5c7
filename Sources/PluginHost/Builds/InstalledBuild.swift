import ResourceNames

/// One compiled version of a dropped-in package, kept in the content store.
package struct InstalledBuild: Sendable, Equatable {
    /// Of its content, in hex.
    package var sha256: String
    /// When it was put to use first.
    package var takenAt: Timestamp
    /// How it crashed while it was fresh, so that the build before it was put back; `nil` when it did not.
    package var crash: String?

    /// A build that has just been taken.
    package init(sha256: String, takenAt: Timestamp, crash: String? = nil) {
        self.sha256 = sha256
        self.takenAt = takenAt
        self.crash = crash
    }
}
