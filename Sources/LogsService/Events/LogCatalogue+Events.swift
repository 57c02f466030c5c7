import AWSWire
import ResourceNames
import StorageContract

extension LogCatalogue {
    /// Adds events to a stream, all or none, durable when this returns.
    func append(_ lines: [LogLine], to name: String, of group: GroupKey) async throws(ServiceError) {
        guard !lines.isEmpty else { return }
        let gate = gates[group.storeKey]
        await gate.enter()
        defer { gate.leave() }
        var stream = try stream(group, name)
        let now = now
        var mutations: [Mutation] = []
        var events: [LogEvent] = []
        mutations.reserveCapacity(lines.count)
        events.reserveCapacity(lines.count)
        for line in lines {
            stream.sequence = nextNumber()
            let event = LogEvent(
                position: EventPosition(
                    milliseconds: max(0, line.timestamp.milliseconds), sequence: stream.sequence),
                ingested: now.milliseconds, message: line.message)
            events.append(event)
            mutations.append(
                .putResource(
                    kind: LogEvent.kind, key: stream.eventPrefix + event.position.keySuffix, bytes: event.bytes))
            stream.byteCount += Int64(event.byteCount)
            stream.firstEvent = min(stream.firstEvent ?? line.timestamp, line.timestamp)
            stream.lastEvent = max(stream.lastEvent ?? line.timestamp, line.timestamp)
        }
        stream.lastIngestion = now
        do throws(StoreError) { try await streams.replace(stream, with: mutations) } catch { throw .store(error) }
        tails.note(lines, of: name, in: group, at: now)
        if let group = groups[group.storeKey] { deliveries.note(events, of: name, in: group) }
    }

    /// Events of a stream in their order, those after a position.
    func events(of stream: LogStream, after: EventPosition, limit: Int) async throws(ServiceError) -> [LogEvent] {
        let prefix = stream.eventPrefix
        do throws(StoreError) {
            let rows = try await store.read { reader throws(StoreError) in
                try reader.resources(
                    kind: LogEvent.kind, keyPrefix: prefix, after: prefix + after.keySuffix, limit: limit)
            }
            return try Self.events(rows)
        } catch {
            throw .store(error)
        }
    }

    /// Events of a stream, latest first, those before a position.
    func events(of stream: LogStream, before: EventPosition, limit: Int) async throws(ServiceError) -> [LogEvent] {
        let prefix = stream.eventPrefix
        do throws(StoreError) {
            let rows = try await store.read { reader throws(StoreError) in
                try reader.resourcesBackwards(
                    kind: LogEvent.kind, keyPrefix: prefix, before: prefix + before.keySuffix, limit: limit)
            }
            return try Self.events(rows)
        } catch {
            throw .store(error)
        }
    }

    /// Deletes what groups no longer keep, a page of rows at a time.
    func expire() async throws(ServiceError) {
        for group in groups.all {
            guard let expiry = group.expiry(now) else { continue }
            for stream in streams(of: group.id) where stream.firstEvent.map({ $0 < expiry }) ?? false {
                try await expire(stream, before: expiry)
            }
        }
    }

    private func expire(_ stream: LogStream, before expiry: Timestamp) async throws(ServiceError) {
        let gate = gates[stream.group.storeKey]
        while true {
            await gate.enter()
            defer { gate.leave() }
            guard let stream = streams[stream.key] else { return }
            let old = try await oldest(of: stream)
            let expired = old.prefix { $0.position.milliseconds < expiry.milliseconds }
            _ = try await drop(expired, of: stream)
            if expired.count < Limits.expiryPage { return }
        }
    }

    /// The oldest events of a stream, as many as go in one transaction.
    func oldest(of stream: LogStream) async throws(ServiceError) -> [LogEvent] {
        try await events(of: stream, after: .start(of: Timestamp(milliseconds: 0)), limit: Limits.expiryPage)
    }

    /// Deletes a stream's oldest events. The group's gate is held.
    ///
    /// - Returns: The stream as it is then.
    func drop(_ events: some Collection<LogEvent>, of stream: LogStream) async throws(ServiceError) -> LogStream {
        var (stream, mutations) = (stream, [Mutation]())
        for event in events {
            stream.byteCount = max(0, stream.byteCount - Int64(event.byteCount))
            stream.firstEvent = Timestamp(milliseconds: event.position.milliseconds)
            mutations.append(
                .deleteResource(kind: LogEvent.kind, key: stream.eventPrefix + event.position.keySuffix))
        }
        guard !mutations.isEmpty else { return stream }
        do throws(StoreError) { try await streams.replace(stream, with: mutations) } catch { throw .store(error) }
        return stream
    }

    private static func events(_ rows: [(key: String, bytes: [UInt8])]) throws(StoreError) -> [LogEvent] {
        var events: [LogEvent] = []
        events.reserveCapacity(rows.count)
        for (key, bytes) in rows {
            guard let event = LogEvent(key: key, bytes: bytes) else {
                throw .damaged(kind: LogEvent.kind, key: key)
            }
            events.append(event)
        }
        return events
    }
}
