import ResourceNames
import StorageContract

/// Deleting: rows first, then the file that nothing refers to any more.
extension Archive {
    /// Deletes the longest ended executions, and the files of days whose last is gone.
    ///
    /// - Returns: How many executions were deleted.
    func deleteEnded(
        before instant: Timestamp, keepingNamesSince: Timestamp, limit: Int,
        sparing isNeeded: @escaping ExecutionRetention.Need
    ) throws(StoreError) -> Int {
        let deleted = try write { batch throws(StoreError) in
            let ended = try batch.longestEnded(before: instant, limit: limit, sparing: isNeeded)
            for execution in ended {
                let key = execution.key
                try batch.erase(key)
                try batch.eraseResources(of: key)
                if execution.stoppedAt >= keepingNamesSince, !key.isGenerated {
                    try batch.keepName(of: key, execution.stoppedAt)
                }
            }
            // Map Runs are listed under names that are used once: they would add up.
            for machine in Set(ended.map(\.machine)) { try batch.eraseMachineIfUnused(machine) }
            return ended.count
        }
        try removeAbandoned()
        return deleted
    }

    /// Removes files that no execution refers to: those of days that are over with, and what a crash before the end of a move left.
    private func removeAbandoned() throws(StoreError) {
        let abandoned = try readers.transact { connection throws(StoreError) in
            var abandoned: [Segment] = []
            for segment in segments.segments {
                let statement = try connection.statement(.hasSegment)
                statement.bind(1, segment.day)
                if try statement.first({ _ in true }) == nil { abandoned.append(segment) }
            }
            return abandoned
        }
        for segment in abandoned {
            try segments.remove(segment)
            forget(segment)
        }
    }

    /// Frees kept names.
    ///
    /// - Returns: How many.
    func freeNames(before instant: Timestamp, limit: Int) throws(StoreError) -> Int {
        try write { batch throws(StoreError) in
            let statement = try batch.connection.statement(.freeNames)
            statement.bind(1, instant.milliseconds)
            statement.bind(2, Int64(limit))
            let freed = try statement.rows { _ in true }.count
            if freed > 0 { try batch.readWhetherNamesAreKept() }
            return freed
        }
    }

    /// Bytes of the database's pages in use and of the files of finished histories.
    func storedBytes() throws(StoreError) -> Int64 {
        let database = try readers.transact { connection throws(StoreError) in
            let pages = try connection.integer("PRAGMA page_count") - connection.integer("PRAGMA freelist_count")
            return try pages * connection.integer("PRAGMA page_size")
        }
        return database + segments.bytes()
    }
}

/// An execution or a Map Run that has ended.
private struct EndedExecution {
    let key: ExecutionKey
    let stoppedAt: Timestamp
    /// The number of what it is listed under.
    let machine: Int64
}

extension WriteBatch {
    /// Executions that ended before an instant, the longest ended first and all on one day, their records moved or not.
    ///
    /// Where very many of the longest ended ones are spared, none may be found: they are not looked through on and on while others wait to write.
    fileprivate func longestEnded(
        before instant: Timestamp, limit: Int, sparing isNeeded: ExecutionRetention.Need
    ) throws(StoreError) -> [EndedExecution] {
        var needed: [Int64: Bool] = [:]
        var from: Timestamp?
        for _ in 0..<Limits.pagesPerDeletion {
            let page = try ended(from: from, before: instant, limit: limit)
            var free: [EndedExecution] = []
            for execution in page {
                let machine = execution.machine
                if needed[machine] == nil { needed[machine] = try isNeeded(try machineName(machine)) }
                if needed[machine] == false { free.append(execution) }
            }
            if !free.isEmpty || page.count < limit { return free }
            from = page.last.map { $0.stoppedAt + .milliseconds(1) }
        }
        return []
    }

    private func machineName(_ machine: Int64) throws(StoreError) -> String {
        let statement = try connection.statement(.machineName)
        statement.bind(1, machine)
        return try statement.first { $0.text(0) } ?? ""
    }

    /// A page of executions that ended in a span, the longest ended first and all on one day.
    private func ended(from: Timestamp?, before instant: Timestamp, limit: Int) throws(StoreError) -> [EndedExecution] {
        var found: [EndedExecution] = []
        for sql in [SQL.endedMovedExecutions, .endedExecutions] {
            let statement = try connection.statement(sql)
            statement.bind(1, instant.milliseconds)
            statement.bind(2, Int64(limit))
            statement.bind(3, from?.milliseconds ?? .min)
            if sql == .endedMovedExecutions {
                statement.bind(4, Segment(of: instant).day)
                statement.bind(5, from.map { Segment(of: $0).day } ?? .min)
            }
            found += try statement.rows {
                EndedExecution(
                    key: $0.key(0), stoppedAt: Timestamp(milliseconds: $0.integer(1)), machine: $0.integer(2))
            }
        }
        found.sort { $0.stoppedAt < $1.stoppedAt }
        guard let day = found.first.map({ Segment(of: $0.stoppedAt) }) else { return [] }
        return Array(found.prefix { Segment(of: $0.stoppedAt) == day }.prefix(limit))
    }

    /// Deletes the resources that belong to an execution.
    fileprivate func eraseResources(of key: ExecutionKey) throws(StoreError) {
        let prefix = UUIDText.text(high: key.high, low: key.low)
        for kind in OwnedResources.kinds { try deleteRange(.deleteResources(kind: kind, keyPrefix: prefix)) }
    }

    /// Forgets the name of a machine, or of a Map Run, under which nothing is listed any more; the next execution would bring it back.
    fileprivate func eraseMachineIfUnused(_ machine: Int64) throws(StoreError) {
        let statement = try connection.statement(.deleteUnusedMachine)
        statement.bind(1, machine)
        for name in try statement.rows({ $0.text(0) }) { machines[name] = nil }
    }

    fileprivate func keepName(of key: ExecutionKey, _ stoppedAt: Timestamp) throws(StoreError) {
        let statement = try connection.statement(.keepName)
        statement.bind(1, key)
        statement.bind(2, stoppedAt.milliseconds)
        try statement.run()
        keepsNames = true
    }
}
