import AWSWire
import StorageContract
import Synchronization

/// The event source mappings, and which of them are being polled.
final class EventSourceMappings: Sendable {
    private let table: ResourceTable<EventSourceMappingRecord>
    private let polled = Mutex<Set<String>>([])
    /// Told when a mapping was added or changed.
    let changes: AsyncStream<Void>
    private let change: AsyncStream<Void>.Continuation

    init(store: any Store) throws(StoreError) {
        table = try ResourceTable(store: store)
        (changes, change) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        change.yield()
    }

    subscript(uuid: String) -> EventSourceMappingRecord? { table[uuid] }

    var all: [EventSourceMappingRecord] { table.all }

    /// A mapping that must exist.
    func get(_ uuid: String) throws(ServiceError) -> EventSourceMappingRecord {
        guard let record = table[uuid] else { throw .mappingNotFound }
        return record
    }

    func insert(_ record: EventSourceMappingRecord) async throws(ServiceError) {
        do throws(StoreError) { _ = try await table.insert(record) } catch { throw .unavailable(error.message) }
        change.yield()
    }

    func replace(_ record: EventSourceMappingRecord) async throws(ServiceError) {
        do throws(StoreError) { try await table.replace(record) } catch { throw .unavailable(error.message) }
        change.yield()
    }

    func delete(_ record: EventSourceMappingRecord) async throws(ServiceError) {
        do throws(StoreError) { try await table.delete(key: record.key) } catch { throw .unavailable(error.message) }
        change.yield()
    }

    /// Enabled, Disabling (a poll is still out) or Disabled.
    func state(of record: EventSourceMappingRecord) -> String {
        record.isEnabled ? "Enabled" : polled.withLock { $0.contains(record.uuid) } ? "Disabling" : "Disabled"
    }

    /// Marks a mapping as polled; `false` when it is already.
    func beginPolling(_ uuid: String) -> Bool { polled.withLock { $0.insert(uuid).inserted } }

    func endPolling(_ uuid: String) { polled.withLock { _ = $0.remove(uuid) } }
}
