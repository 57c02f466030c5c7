/// That somebody is there who builds a folder: held for as long as that is so, and let go with it.
package final class FolderStay: Sendable {
    private let left: @Sendable () -> Void

    /// - Parameter left: Runs when nobody holds it any more.
    init(left: @escaping @Sendable () -> Void) { self.left = left }

    deinit { left() }

    /// Waits until the task is cancelled: it is the connection of whoever builds.
    package func wait() async {
        let (never, end) = AsyncStream<Void>.makeStream()
        for await _ in never {}
        withExtendedLifetime(end) {}
    }
}
