import AWSWire
import ResourceNames
import StorageContract

/// Every state machine.
struct StateMachineCatalog: Sendable {
    private let table: ResourceTable<StateMachineRecord>

    /// Reads what is stored.
    init(store: any Store) throws(StoreError) { table = try ResourceTable(store: store) }

    /// A machine by its ARN.
    func find(_ arn: StateMachineARN) -> StateMachineRecord? { table[arn.text] }

    /// A machine that must exist.
    func get(_ arn: StateMachineARN) throws(ServiceError) -> StateMachineRecord {
        guard let record = find(arn) else { throw .stateMachineDoesNotExist(arn.text) }
        return record
    }

    /// All machines of an account and region by name.
    func all(in territory: Territory) -> [StateMachineRecord] { table.all.filter { $0.arn.territory == territory } }

    /// Adds a machine with its definition; `false` when the name is taken.
    func insert(_ record: StateMachineRecord, definition: [UInt8]) async throws(ServiceError) -> Bool {
        do throws(StoreError) {
            return try await table.insert(
                record, with: [.putDefinition(sha256: record.definitionSHA256, text: definition)])
        } catch {
            throw .unavailable(error.message)
        }
    }

    /// Replaces a machine, and its definition when there is a new one.
    func replace(_ record: StateMachineRecord, definition: [UInt8]? = nil) async throws(ServiceError) {
        let mutations = definition.map { [Mutation.putDefinition(sha256: record.definitionSHA256, text: $0)] } ?? []
        do throws(StoreError) { try await table.replace(record, with: mutations) } catch {
            throw .unavailable(error.message)
        }
    }

    /// Removes a machine; running executions keep their definition.
    func delete(_ arn: StateMachineARN) async throws(ServiceError) {
        do throws(StoreError) { try await table.delete(key: arn.text) } catch { throw .unavailable(error.message) }
    }
}
