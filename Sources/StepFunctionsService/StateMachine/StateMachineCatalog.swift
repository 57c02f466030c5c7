import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// Every state machine, with its versions and aliases.
struct StateMachineCatalog: Sendable {
    private let table: DecidedTable<StateMachineEntry>

    /// Reads what is stored.
    init(store: any Store) throws(StoreError) {
        var rows: [String: StateMachineEntry] = [:]
        try store.eachRow { (record: StateMachineRecord) in rows[record.key] = StateMachineEntry(record) }
        try store.eachRow { (version: StateMachineVersion) in rows[version.machine.text]?.load(version) }
        try store.eachRow { (alias: StateMachineAlias) in rows[alias.machine.text]?.load(alias) }
        table = DecidedTable(store: store, rows: rows)
    }

    /// How many there are.
    var count: Int { table.count }

    /// A machine with its versions and aliases, by its ARN.
    func entry(_ arn: StateMachineARN) -> StateMachineEntry? { table[arn.text] }

    /// A machine by its ARN.
    func find(_ arn: StateMachineARN) -> StateMachineRecord? { entry(arn)?.record }

    /// A machine that must exist.
    func get(_ arn: StateMachineARN) throws(ServiceError) -> StateMachineEntry {
        guard let entry = entry(arn) else { throw .stateMachineDoesNotExist(arn.text) }
        return entry
    }

    /// All machines of an account and region by name.
    func all(in territory: Territory) -> [StateMachineRecord] {
        table.values.map(\.record).filter { $0.arn.territory == territory }.sorted { $0.arn.name < $1.arn.name }
    }

    /// Machines that wait for the end of their executions.
    var deleting: [StateMachineARN] { table.values.map(\.record).filter(\.isDeleting).map(\.arn) }

    /// Decides on a machine that may or may not exist.
    func change<Answer: Sendable>(
        _ arn: StateMachineARN, _ decide: DecidedTable<StateMachineEntry>.Decision<Answer>
    ) async throws(ServiceError) -> Answer {
        try await table.change(arn.text, decide)
    }

    /// Decides on a machine that must exist and not be on its way out.
    func update<Answer: Sendable>(
        _ arn: StateMachineARN,
        missing: ServiceError? = nil,
        _ decide: (inout StateMachineEntry, inout [Mutation]) throws(ServiceError) -> Answer
    ) async throws(ServiceError) -> Answer {
        try await table.change(arn.text) { value, mutations throws(ServiceError) in
            guard var entry = value else { throw missing ?? .stateMachineDoesNotExist(arn.text) }
            guard !entry.record.isDeleting else { throw .stateMachineDeleting(arn.text) }
            let answer = try decide(&entry, &mutations)
            value = entry
            return answer
        }
    }

    /// Removes a machine whose executions have ended.
    ///
    /// - Parameter completion: Told what went wrong, or nothing.
    func remove(_ arn: StateMachineARN, completion: @escaping @Sendable (ServiceError?) -> Void) {
        table.change(arn.text) { value, mutations throws(ServiceError) in
            guard let entry = value, entry.record.isDeleting else { return }
            mutations += entry.removal
            value = nil
        } completion: { (result: Result<Void, ServiceError>) in
            if case .failure(let error) = result { completion(error) } else { completion(nil) }
        }
    }
}

extension Store {
    /// Reads every stored resource of a type.
    ///
    /// - Throws: `corrupt` when a row cannot be read: starting without it would lose a resource silently.
    func eachRow<Resource: StoredResource>(_ body: (Resource) -> Void) throws(StoreError) {
        try eachResource(kind: Resource.kind) { key, bytes throws(StoreError) in
            // Why the bytes are no JSON does not matter: either way the row is damaged.
            guard let json = try? JSON.parse(bytes), let resource = Resource(json: json) else {
                throw .damaged(kind: Resource.kind, key: key)
            }
            body(resource)
        }
    }
}
