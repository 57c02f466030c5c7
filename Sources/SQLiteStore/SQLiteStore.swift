import CSQLite
import ResourceNames
import StorageContract
import Synchronization

/// The embedded store: one SQLite file in a data folder and one for each day of finished histories; one thread that writes, one that checkpoints,
/// one that moves what is finished, some that read.
package final class SQLiteStore: Store {
    let folder: DataFolder
    private let queue = WriteQueue()
    private let checkpointer: Checkpointer
    private let readers: ReaderPool
    private let writerThread: WorkerThread
    private let checkpointThread: WorkerThread?
    private let readThreads: [WorkerThread]
    let archive: Archive
    private let archiveThread: WorkerThread
    private let lifetime = Monitor(false)

    /// Opens the store of a data folder; folder and files are made if need be (0700, 0600).
    ///
    /// - Throws: `locked` (another process has the folder), `newerFormat`, `readOnly`, `full`, `corrupt`, `unavailable`.
    package convenience init(folder path: String, options: SQLiteStoreOptions = .init()) throws(StoreError) {
        try self.init(DataFolder(path: path), options)
    }

    /// Opens an empty store that lives as long as this object: the same files in a temporary folder, never synced.
    package static func temporary(options: SQLiteStoreOptions = .init()) throws(StoreError) -> SQLiteStore {
        var options = options
        options.isDurable = false
        return try SQLiteStore(DataFolder.temporary(), options)
    }

    private init(_ folder: DataFolder, _ options: SQLiteStoreOptions) throws(StoreError) {
        _ = Self.quietMemory
        let (path, queue, turn) = (folder.database, self.queue, Turn())
        let checkpointer = Checkpointer(turn: turn, options: options)
        let segments = SegmentFolder(dataFolder: folder.path, isDurable: options.isDurable)
        let readers = ReaderPool(path: path, segments: segments)
        let writer = WorkerThread(name: "newel-writer") {
            Writer(
                path: path, segments: segments, options: options, queue: queue, turn: turn, checkpointer: checkpointer
            ).run()
        }
        let failure = queue.perform { _ in }
        let checkpoints: CheckpointLoop?
        do throws(StoreError) {
            if let failure { throw failure }
            checkpoints =
                options.checkpoints ? try CheckpointLoop(checkpointer, path: path, isDurable: options.isDurable) : nil
        } catch {
            queue.close()
            writer.join()
            folder.release()
            throw error
        }
        if options.isDurable { folder.preallocateLog() }
        self.folder = folder
        self.checkpointer = checkpointer
        self.readers = readers
        writerThread = writer
        checkpointThread = checkpoints.map { checkpoints in WorkerThread(name: "newel-checkpoint") { checkpoints.run() }
        }
        let archive = Archive(segments: segments, queue: queue, readers: readers)
        self.archive = archive
        archiveThread = WorkerThread(name: "newel-archive") { archive.run() }
        readThreads = (0..<Limits.readThreads).map { _ in WorkerThread(name: "newel-reader") { readers.run() } }
    }

    deinit { close() }

    package func commit(_ units: [WriteUnit], completion: @escaping @Sendable ([UnitResult]) -> Void) {
        if !queue.add(.submission(.init(units: units, completion: completion))) {
            completion(units.map { _ in .failed(.closed) })
        }
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        let readers = readers
        let result: Result<Answer, StoreError> = await withCheckedContinuation { continuation in
            let isTaken = readers.enqueue {
                do throws(StoreError) {
                    continuation.resume(returning: .success(try readers.read(body)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
            if !isTaken { continuation.resume(returning: .failure(.closed)) }
        }
        return try result.get()
    }

    package func readNow<Answer>(
        _ body: (any StoreReader) throws(StoreError) -> Answer
    ) throws(StoreError) -> Answer {
        try readers.read(body)
    }

    package func acquireShards() throws(StoreError) -> [UInt64] {
        let epochs = Mutex<[UInt64]>([])
        let failure = queue.perform { batch throws(StoreError) in
            try batch.connection.statement(.raiseEpochs).run()
            try batch.readEpochs()
            let raised = batch.epochs
            epochs.withLock { $0 = raised }
        }
        if let failure { throw failure }
        return epochs.withLock { $0 }
    }

    package var tokenKey: [UInt8] {
        get throws(StoreError) { try readers.tokenKey() }
    }

    package func close() {
        let isFirst = lifetime.update { isClosed in
            defer { isClosed = true }
            return !isClosed
        }
        guard isFirst else { return }
        archive.close()
        archiveThread.join()
        queue.close()
        writerThread.join()
        checkpointer.close()
        checkpointThread?.join()
        readers.close()
        for thread in readThreads { thread.join() }
        readers.closeConnections()
        folder.release()
    }

    /// The bytes of the write-ahead log while it is longer than `SQLiteStoreOptions.longLogBytes`; `nil` as a rule.
    package var longLogBytes: Int64? { checkpointer.longLog }

    private static let quietMemory = newel_sqlite_without_memory_statistics()
}
