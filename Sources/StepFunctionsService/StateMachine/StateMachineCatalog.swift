import AWSWire
import JSONTree
import ResourceNames
import StorageContract
import Synchronization

/// Every state machine, in memory as on disk: changed only by commits, in their order.
final class StateMachineCatalog: Sendable {
    private let store: any Store
    private let records = Mutex<[StateMachineARN: StateMachineRecord]>([:])

    /// Reads what is stored.
    init(store: any Store) throws(StoreError) {
        self.store = store
        var after: String?
        repeat {
            let position = after
            let page = try store.readNow { reader throws(StoreError) in
                try reader.resources(kind: StateMachineRecord.kind, keyPrefix: "", after: position, limit: 500)
            }
            for (key, bytes) in page {
                // A row that is not JSON, or lacks a member, is damage: starting without it would lose a machine silently.
                guard let json = try? JSON.parse(bytes), let record = StateMachineRecord(json: json) else {
                    throw StoreError(.corrupt, "The stored state machine \(key) cannot be read. Restore the data folder from a backup.")
                }
                records.withLock { $0[record.arn] = record }
            }
            after = page.last?.key
        } while after != nil
    }

    /// A machine by its ARN.
    func find(_ arn: StateMachineARN) -> StateMachineRecord? { records.withLock { $0[arn] } }

    /// A machine that must exist.
    func get(_ arn: StateMachineARN) throws(ServiceError) -> StateMachineRecord {
        guard let record = find(arn) else { throw .stateMachineDoesNotExist(arn.text) }
        return record
    }

    /// All machines of an account and region by name.
    func all(in territory: Territory) -> [StateMachineRecord] {
        records.withLock { records in records.values.filter { $0.arn.territory == territory } }.sorted { $0.arn.name < $1.arn.name }
    }

    /// Adds a machine with its definition; `false` when the name is taken.
    func insert(_ record: StateMachineRecord, definition: [UInt8]) async throws(ServiceError) -> Bool {
        try await commit(
            [
                .insertResource(kind: StateMachineRecord.kind, key: record.arn.text, bytes: record.json.bytes),
                .putDefinition(sha256: record.definitionSHA256, text: definition),
            ], record.arn, record)
    }

    /// Replaces a machine, and its definition when there is a new one.
    func replace(_ record: StateMachineRecord, definition: [UInt8]? = nil) async throws(ServiceError) {
        var mutations: [Mutation] = [.putResource(kind: StateMachineRecord.kind, key: record.arn.text, bytes: record.json.bytes)]
        if let definition { mutations.append(.putDefinition(sha256: record.definitionSHA256, text: definition)) }
        _ = try await commit(mutations, record.arn, record)
    }

    /// Removes a machine; running executions keep their definition.
    func delete(_ arn: StateMachineARN) async throws(ServiceError) {
        _ = try await commit([.deleteResource(kind: StateMachineRecord.kind, key: arn.text)], arn, nil)
    }

    private func commit(_ mutations: [Mutation], _ arn: StateMachineARN, _ record: StateMachineRecord?) async throws(ServiceError) -> Bool {
        let result = await withCheckedContinuation { continuation in
            store.commit([WriteUnit(mutations: mutations)]) { [records] results in
                if results[0] == .committed { records.withLock { $0[arn] = record } }
                continuation.resume(returning: results[0])
            }
        }
        switch result {
        case .committed: return true
        case .conflict: return false
        case .staleEpoch: throw .unavailable("another process owns the store")
        case .failed(let error): throw .unavailable(error.message)
        }
    }
}
