/// How a store is opened; the defaults are for use, the rest for tests.
package struct SQLiteStoreOptions: Sendable {
    /// The largest database, in pages of 4 KiB; `nil` for no bound but the disk.
    package var pagesMax: Int64?
    /// Whether the log is moved into the database while the store is open.
    package var checkpoints = true
    /// Told, once each time it happens, that the log has become long, with its bytes. Runs on the writer's thread; must not block.
    package var onLongLog: (@Sendable (_ bytes: Int64) -> Void)?
    /// From how many bytes on a log is long.
    package var longLogBytes = Limits.alarmingLogBytes
    /// Whether commits are synced: not for a store that ends with its process.
    var isDurable = true

    /// Makes the defaults.
    package init() {}
}
