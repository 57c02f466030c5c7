import JSONTree
import ResourceNames
import StorageContract

/// A state machine with its versions and aliases: what one request decides on as a whole.
struct StateMachineEntry: Sendable {
    /// The machine itself.
    private(set) var record: StateMachineRecord
    /// By number.
    private(set) var versions: [Int: StateMachineVersion] = [:]
    /// By name.
    private(set) var aliases: [String: StateMachineAlias] = [:]

    /// A machine without versions and aliases.
    init(_ record: StateMachineRecord) { self.record = record }

    /// The version of the current revision, if that has been published.
    var currentVersion: StateMachineVersion? {
        versions.values.filter { $0.settings.revisionID == record.settings.revisionID }.max { $0.number < $1.number }
    }

    /// Aliases that lead to a version, by name.
    func aliases(to version: Int) -> [StateMachineAlias] {
        aliases.values.filter { $0.routes.contains { $0.version == version } }.sorted { $0.name < $1.name }
    }

    /// Sets the record.
    mutating func put(_ record: StateMachineRecord, _ mutations: inout [Mutation]) {
        self.record = record
        mutations.append(
            .putResource(kind: StateMachineRecord.kind, key: record.key, bytes: record.json.bytes))
    }

    /// Adds a version. Its number becomes the last one given.
    mutating func add(_ version: StateMachineVersion, _ mutations: inout [Mutation]) {
        versions[version.number] = version
        mutations.append(
            .insertResource(kind: StateMachineVersion.kind, key: version.key, bytes: version.json.bytes))
        record.lastVersion = max(record.lastVersion, version.number)
        put(record, &mutations)
    }

    /// Removes a version.
    mutating func removeVersion(_ number: Int, _ mutations: inout [Mutation]) {
        guard let version = versions.removeValue(forKey: number) else { return }
        mutations.append(.deleteResource(kind: StateMachineVersion.kind, key: version.key))
    }

    /// Sets an alias.
    mutating func put(_ alias: StateMachineAlias, _ mutations: inout [Mutation]) {
        aliases[alias.name] = alias
        mutations.append(.putResource(kind: StateMachineAlias.kind, key: alias.key, bytes: alias.json.bytes))
    }

    /// Removes an alias.
    mutating func removeAlias(_ name: String, _ mutations: inout [Mutation]) {
        guard let alias = aliases.removeValue(forKey: name) else { return }
        mutations.append(.deleteResource(kind: StateMachineAlias.kind, key: alias.key))
    }

    /// The writes that remove all of it.
    var removal: [Mutation] {
        [
            .deleteResource(kind: StateMachineRecord.kind, key: record.key),
            .deleteResources(kind: StateMachineVersion.kind, keyPrefix: "\(record.key)/"),
            .deleteResources(kind: StateMachineAlias.kind, keyPrefix: "\(record.key)/"),
        ]
    }

    /// Takes up what was stored of it.
    mutating func load(_ version: StateMachineVersion) { versions[version.number] = version }

    /// Takes up what was stored of it.
    mutating func load(_ alias: StateMachineAlias) { aliases[alias.name] = alias }
}
