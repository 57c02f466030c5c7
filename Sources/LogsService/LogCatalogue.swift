import AWSWire
import ResourceNames
import StorageContract
import Synchronization

/// All log groups and streams. What happens in one group happens one after the other, and in the store first.
final class LogCatalogue: Sendable {
    /// Holds everything.
    let store: any Store
    /// By `GroupKey.storeKey`.
    let groups: ResourceTable<LogGroup>
    /// By `LogStream.key`.
    let streams: ResourceTable<LogStream>
    /// Tells the time.
    let clock: any WallClock
    /// Who watches what comes.
    let tails = LiveTails()
    /// Where events go on to.
    let deliveries: FilterDeliveries
    private let numbers: Mutex<RisingNumber>
    /// By group.
    let gates = ChangeGates(count: 32)

    /// Reads what exists.
    init(store: any Store, clock: any WallClock, deliveries: FilterDeliveries) throws(StoreError) {
        self.store = store
        self.deliveries = deliveries
        self.clock = clock
        groups = try ResourceTable(store: store)
        streams = try ResourceTable(store: store)
        var rising = RisingNumber()
        for stream in streams.all { rising.pass(max(stream.number, stream.sequence)) }
        numbers = Mutex(rising)
    }

    /// The time.
    var now: Timestamp { clock.now }

    /// The tokens of its lists.
    var pages: PageTokens { PageTokens(clock: clock) }

    /// A number nobody had before.
    func nextNumber() -> Int64 { numbers.withLock { $0.next(clock.now) } }

    /// A group.
    func group(_ key: GroupKey) throws(ServiceError) -> LogGroup {
        guard let group = groups[key.storeKey] else { throw .noSuchGroup }
        return group
    }

    /// A stream of a group that is there.
    func stream(_ group: GroupKey, _ name: String) throws(ServiceError) -> LogStream {
        _ = try self.group(group)
        guard let stream = streams[LogStream.key(group, name)] else { throw .noSuchStream }
        return stream
    }

    /// Groups of a territory by name.
    func groups(of territory: Territory) -> [LogGroup] {
        groups.all.filter { $0.id.territory == territory }.sorted {
            $0.id.name.utf8.lexicographicallyPrecedes($1.id.name.utf8)
        }
    }

    /// Streams of a group by name.
    func streams(of group: GroupKey) -> [LogStream] {
        streams.all.filter { $0.group == group }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Adds a group.
    func create(_ group: LogGroup) async throws(ServiceError) {
        do throws(StoreError) {
            if try await groups.insert(group) { return }
        } catch {
            throw .store(error)
        }
        throw .groupExists
    }

    /// Changes a group.
    func change(_ key: GroupKey, _ edit: (inout LogGroup) throws(ServiceError) -> Void) async throws(ServiceError) {
        let gate = gates[key.storeKey]
        await gate.enter()
        defer { gate.leave() }
        var group = try group(key)
        try edit(&group)
        do throws(StoreError) { try await groups.replace(group) } catch { throw .store(error) }
    }

    /// Deletes a group with its streams and their events, unless it is protected.
    func delete(_ key: GroupKey) async throws(ServiceError) {
        let gate = gates[key.storeKey]
        await gate.enter()
        defer { gate.leave() }
        guard try !group(key).isProtected else { throw .isProtected }
        do throws(StoreError) {
            // Streams first: a group that is still there when the process dies can be deleted again.
            for stream in streams(of: key) { try await remove(stream) }
            try await groups.delete(key: key.storeKey)
        } catch {
            throw .store(error)
        }
    }

    /// Adds a stream.
    func createStream(_ group: GroupKey, _ name: String) async throws(ServiceError) {
        let gate = gates[group.storeKey]
        await gate.enter()
        defer { gate.leave() }
        _ = try self.group(group)
        let stream = LogStream(group: group, name: name, number: nextNumber(), createdAt: now)
        do throws(StoreError) {
            if try await streams.insert(stream) { return }
        } catch {
            throw .store(error)
        }
        throw .streamExists
    }

    /// Deletes a stream with its events.
    func deleteStream(_ group: GroupKey, _ name: String) async throws(ServiceError) {
        let gate = gates[group.storeKey]
        await gate.enter()
        defer { gate.leave() }
        let stream = try stream(group, name)
        do throws(StoreError) { try await remove(stream) } catch { throw .store(error) }
    }

    /// Removes a stream with its events. The group's gate is held.
    func remove(_ stream: LogStream) async throws(StoreError) {
        try await streams.delete(
            key: stream.key, with: [.deleteResources(kind: LogEvent.kind, keyPrefix: stream.eventPrefix)])
    }
}
