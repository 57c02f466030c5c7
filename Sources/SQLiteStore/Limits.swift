/// Bounds and rhythms of the store; measured, see `engine.md`'s figures.
enum Limits {
    /// Units per transaction: more only makes everybody wait longer.
    static let unitsPerBatch = 128
    /// How long written pages wait for a checkpoint.
    static let checkpointPauseMilliseconds = 50
    /// The pause before another try when a reader was in the way.
    static let checkpointRetryMilliseconds = 5
    /// Commits wait this long, in tenths of a millisecond, while a checkpoint waits for readers; longer once the log is long.
    static func checkpointTries(logBytes: Int64) -> Int32 {
        if logBytes < 4 * checkpointBytes { return 10 }
        return logBytes < 16 * checkpointBytes ? 100 : 1_000
    }
    /// How long to wait for a lock that a tool of somebody else holds on the database.
    static let foreignLockMilliseconds: Int32 = 5_000
    /// A log of this many bytes is checkpointed at once.
    static let checkpointBytes: Int64 = 4 << 20
    /// The log is laid out up to here when a store opens: writing over old blocks costs half of a sync that grows the file.
    static let preallocatedLogBytes: Int64 = 6 << 20
    /// Connections that read; each belongs to one reader at a time.
    static let readers = 4
    /// Threads that run `async` reads.
    static let readThreads = 2
    /// Addresses a reader maps; the rest of a larger file is read the ordinary way.
    static let mappedBytes: Int64 = 1 << 30
    /// Records, and bytes of records, after which a step of moving is full.
    static let recordsPerMove = 1_000
    /// See `recordsPerMove`.
    static let bytesPerMove = 4 << 20
    /// Records read in one transaction while moving or compacting.
    static let recordsPerPage = 64
    /// Moved records deleted in one transaction when they are many.
    static let recordsPerDeletion = 256
    /// Pages of executions that are looked through for one that may be deleted.
    static let pagesPerDeletion = 32
    /// A log of this many bytes is told: checkpoints do not keep up, or somebody holds a read transaction.
    static let alarmingLogBytes: Int64 = 64 << 20
    /// Log positions remembered between batches.
    static let rememberedPositions = 32_768
}
