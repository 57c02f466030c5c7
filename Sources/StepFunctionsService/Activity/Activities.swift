import AWSWire
import ResourceNames
import StorageContract

/// Every activity. Made before the engine, which asks whether an activity exists when a state is about to schedule a task of it.
package struct Activities: Sendable {
    private let table: DecidedTable<ActivityRecord>

    /// Reads what is stored.
    package init(store: any Store) throws(StoreError) {
        var rows: [String: ActivityRecord] = [:]
        try store.eachRow { (record: ActivityRecord) in rows[record.key] = record }
        table = DecidedTable(store: store, rows: rows)
    }

    /// Whether there is an activity of this ARN.
    package func exists(_ arn: String) -> Bool { table[arn] != nil }

    /// How many there are.
    var count: Int { table.count }

    /// An activity by its ARN.
    func find(_ arn: ActivityARN) -> ActivityRecord? { table[arn.text] }

    /// An activity that must exist.
    func get(_ arn: ActivityARN) throws(ServiceError) -> ActivityRecord {
        guard let record = find(arn) else { throw .activityDoesNotExist(arn.text) }
        return record
    }

    /// All activities of an account and region by name.
    func all(in territory: Territory) -> [ActivityRecord] {
        table.values.filter { $0.arn.territory == territory }.sorted { $0.arn.name < $1.arn.name }
    }

    /// Decides on an activity.
    func change<Answer: Sendable>(
        _ arn: ActivityARN, _ decide: DecidedTable<ActivityRecord>.Decision<Answer>
    ) async throws(ServiceError) -> Answer {
        try await table.change(arn.text, decide)
    }
}
