import AWSWire
import PluginHost
import ResourceNames
import StorageContract

/// Every function made by CreateFunction; where the host looks before it looks at dropped-in ones.
struct FunctionCatalog: FunctionDirectory {
    private let table: ResourceTable<FunctionRecord>

    /// Reads what is stored.
    init(store: any Store) throws(StoreError) { table = try ResourceTable(store: store) }

    func function(named name: String, qualifier: String?, in territory: Territory) -> FunctionDefinition? {
        guard qualifier == nil || qualifier == "$LATEST", let record = find(name, in: territory) else { return nil }
        return record.definition
    }

    var packages: Set<String> {
        Set(
            table.all.compactMap { record in
                if case .package(let sha256, _) = record.code { sha256 } else { nil }
            })
    }

    /// A function by its name.
    func find(_ name: String, in territory: Territory) -> FunctionRecord? {
        table[FunctionRecord.arn(name, in: territory)]
    }

    /// A function that must have been made by CreateFunction.
    func get(_ name: FunctionName) throws(ServiceError) -> FunctionRecord {
        guard name.qualifier == nil || name.qualifier == "$LATEST", let record = find(name.name, in: name.territory)
        else {
            throw .functionNotFound(name.fullARN)
        }
        return record
    }

    /// All functions of an account and region by name.
    func all(in territory: Territory) -> [FunctionRecord] { table.all.filter { $0.territory == territory } }

    /// Adds a function.
    func insert(_ record: FunctionRecord) async throws(ServiceError) {
        let isNew: Bool
        do throws(StoreError) { isNew = try await table.insert(record) } catch { throw .unavailable(error.message) }
        guard isNew else { throw .functionExists(record.name) }
    }

    /// Replaces a function.
    func replace(_ record: FunctionRecord) async throws(ServiceError) {
        do throws(StoreError) { try await table.replace(record) } catch { throw .unavailable(error.message) }
    }

    /// Removes a function.
    func delete(_ record: FunctionRecord) async throws(ServiceError) {
        do throws(StoreError) { try await table.delete(key: record.key) } catch { throw .unavailable(error.message) }
    }
}
