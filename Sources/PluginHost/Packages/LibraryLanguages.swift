import ResourceNames
import Synchronization

/// What libraries are written in, each looked at once: those of the content store never change.
final class LibraryLanguages: Sendable {
    private static let bytesMax = 256 << 20
    /// When the host was made.
    let since: Timestamp
    private let known = Mutex<[String: HandlerLanguage?]>([:])

    /// Of a host that is made now.
    init(since: Timestamp) { self.since = since }

    /// The language of a library; `nil` when it cannot be read. Blocks for the file the first time.
    func language(of library: String) -> HandlerLanguage? {
        if let known = known.withLock({ $0[library] }) { return known }
        // What is gone or damaged tells nothing; whoever calls it is told what is wrong with it.
        let found = try? HandlerLanguage(library: Files.read(library, bytesMax: Self.bytesMax))
        known.withLock { $0[library] = .some(found) }
        return found
    }
}
