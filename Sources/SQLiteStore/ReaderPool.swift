import StorageContract

/// The connections that read, and the threads on which `async` reads run.
final class ReaderPool: Sendable {
    private struct State {
        var idle: [Connection] = []
        var opened = 0
        var jobs: [@Sendable () -> Void] = []
        var isClosed = false
    }

    private enum Turn {
        case use(Connection)
        case open
        case refuse
    }

    private let path: String
    private let segments: SegmentFolder
    private let state = Monitor(State())

    init(path: String, segments: SegmentFolder) {
        self.path = path
        self.segments = segments
    }

    /// Runs a body on a snapshot of its own, on the calling thread.
    func read<Answer>(_ body: (any StoreReader) throws(StoreError) -> Answer) throws(StoreError) -> Answer {
        try transact { connection throws(StoreError) in
            try body(SQLiteReader(connection: connection, segments: segments))
        }
    }

    /// The key that signs task tokens.
    func tokenKey() throws(StoreError) -> [UInt8] {
        try transact { connection throws(StoreError) in try connection.statement(.tokenKey).first { $0.bytes(0) } ?? []
        }
    }

    /// Runs a body in a read transaction, on the calling thread.
    func transact<Answer>(_ body: (Connection) throws(StoreError) -> Answer) throws(StoreError) -> Answer {
        let connection = try borrow()
        do throws(StoreError) {
            try connection.statement(.begin).run()
            let answer = try body(connection)
            try connection.statement(.commit).run()
            state.update { $0.idle.append(connection) }
            return answer
        } catch {
            connection.rollBack()
            state.update { $0.opened -= 1 }
            throw error
        }
    }

    /// Has a job done by one of the threads.
    ///
    /// - Returns: `false` when the pool is closed.
    func enqueue(_ job: @escaping @Sendable () -> Void) -> Bool {
        state.update { state in
            if !state.isClosed { state.jobs.append(job) }
            return !state.isClosed
        }
    }

    /// Does jobs until the pool is closed. [reader threads]
    func run() {
        while let job = state.wait(until: { state -> (@Sendable () -> Void)?? in
            if !state.jobs.isEmpty { return .some(state.jobs.removeFirst()) }
            return state.isClosed ? .some(nil) : nil
        }) {
            job()
        }
    }

    /// Takes no further reads. Those that run finish; jobs that wait are done.
    func close() { state.update { $0.isClosed = true } }

    /// Closes the connections, once each reader has given back its own.
    func closeConnections() {
        state.wait { state -> Void? in
            guard state.idle.count == state.opened else { return nil }
            state.idle.removeAll()
            state.opened = 0
            return ()
        }
    }

    private func borrow() throws(StoreError) -> Connection {
        let turn = state.wait { state -> Turn? in
            if let connection = state.idle.popLast() { return .use(connection) }
            if state.isClosed && state.opened == 0 { return .refuse }
            guard state.opened < Limits.readers else { return nil }
            state.opened += 1
            return .open
        }
        switch turn {
        case .use(let connection): return connection
        case .refuse: throw .closed
        case .open:
            do throws(StoreError) {
                let connection = try Connection(path: path)
                try connection.prepareForReading()
                return connection
            } catch {
                state.update { $0.opened -= 1 }
                throw error
            }
        }
    }
}

extension StoreError {
    /// What is said to whoever comes too late.
    static let closed = StoreError(.closed, "the store is closed")
}
