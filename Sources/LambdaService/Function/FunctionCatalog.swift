import AWSWire
import JSONTree
import PluginHost
import ResourceNames
import StorageContract

/// Every function made by CreateFunction, its versions and aliases; where the host looks before it looks at dropped-in ones.
struct FunctionCatalog: FunctionDirectory {
    private let functions: ResourceTable<FunctionRecord>
    private let versions: ResourceTable<FunctionVersion>
    private let aliases: ResourceTable<FunctionAlias>
    private let numbering: ResourceTable<FunctionNumbering>
    /// Policies and configurations that go with functions.
    let companions: FunctionCompanions
    private let gate = ChangeGate()
    private let chance: @Sendable () -> UInt64

    /// Reads what is stored.
    ///
    /// - Parameter chance: Draws for aliases that lead to two versions.
    init(store: any Store, chance: @escaping @Sendable () -> UInt64) throws(StoreError) {
        functions = try ResourceTable(store: store)
        versions = try ResourceTable(store: store)
        aliases = try ResourceTable(store: store)
        numbering = try ResourceTable(store: store)
        companions = try FunctionCompanions(store: store)
        self.chance = chance
    }

    func function(named name: String, qualifier: String?, in territory: Territory) -> FunctionDefinition? {
        find(name, qualifier, in: territory)?.definition
    }

    var packages: Set<String> {
        Set((functions.all + versions.all.map(\.record)).compactMap(\.package))
    }

    /// A function by its name.
    func find(_ name: String, in territory: Territory) -> FunctionRecord? {
        functions[FunctionRecord.arn(name, in: territory)]
    }

    /// A function, or the version that a qualifier leads to: this time, if an alias leads to two.
    func find(_ name: String, _ qualifier: String?, in territory: Territory) -> FunctionRecord? {
        guard let latest = find(name, in: territory) else { return nil }
        guard let qualifier, qualifier != "$LATEST" else { return latest }
        if let number = FunctionVersion.number(qualifier) { return record(of: number, latest) }
        guard let leads = alias(qualifier, of: latest.arn)?.version(by: chance) else { return nil }
        return FunctionVersion.number(leads).map { record(of: $0, latest) } ?? latest
    }

    /// A version as it was published, but with the concurrency that is reserved for its function now.
    private func record(of number: Int, _ latest: FunctionRecord) -> FunctionRecord? {
        guard var record = version(number, of: latest.arn)?.record else { return nil }
        record.reservedConcurrency = latest.reservedConcurrency
        return record
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
    func all(in territory: Territory) -> [FunctionRecord] { functions.all.filter { $0.territory == territory } }

    /// A version of a function.
    func version(_ number: Int, of function: String) -> FunctionVersion? {
        versions[FunctionVersion.key(function, number)]
    }

    /// The versions of a function, by number.
    func versions(of function: String) -> [FunctionVersion] {
        versions.all.filter { $0.record.arn == function }.sorted { $0.number < $1.number }
    }

    /// An alias of a function.
    func alias(_ name: String, of function: String) -> FunctionAlias? { aliases["\(function):\(name)"] }

    /// The aliases of a function, by name.
    func aliases(of function: String) -> [FunctionAlias] { aliases.all.filter { $0.function == function } }

    /// Changes after every change before it, and before every one after it.
    func changing<Value: Sendable>(
        _ body: (FunctionCatalog) async throws(ServiceError) -> Value
    ) async throws(ServiceError) -> Value {
        await gate.enter()
        defer { gate.leave() }
        return try await body(self)
    }

    /// Adds a function; versions go on where those of an earlier function of the name ended.
    func insert(_ record: FunctionRecord) async throws(ServiceError) {
        var record = record
        record.published = numbering[record.arn]?.last ?? 0
        let isNew: Bool
        do throws(StoreError) { isNew = try await functions.insert(record) } catch { throw .unavailable(error.message) }
        guard isNew else { throw .functionExists(record.name) }
    }

    /// Replaces a function.
    func replace(_ record: FunctionRecord) async throws(ServiceError) {
        do throws(StoreError) { try await functions.replace(record) } catch { throw .unavailable(error.message) }
    }

    /// Adds a version, with the function that counts it.
    func insert(_ version: FunctionVersion, of function: FunctionRecord) async throws(ServiceError) {
        let counted = Mutation.putResource(
            kind: FunctionRecord.kind, key: function.key, bytes: function.json.bytes)
        do throws(StoreError) {
            guard try await versions.insert(version, with: [counted]) else {
                throw StoreError(.corrupt, "version \(version.number) of \(function.arn) is there already")
            }
            try await functions.replace(function)
        } catch {
            throw .unavailable(error.message)
        }
    }

    /// Adds or replaces an alias.
    func put(_ alias: FunctionAlias) async throws(ServiceError) {
        do throws(StoreError) { try await aliases.replace(alias) } catch { throw .unavailable(error.message) }
    }

    /// Removes an alias.
    func deleteAlias(_ name: String, of function: String) async throws(ServiceError) {
        let arn = "\(function):\(name)"
        let removal = companions(of: arn)
        do throws(StoreError) {
            try await aliases.delete(key: arn, with: removal.mutations)
            try await forget(removal)
        } catch { throw .unavailable(error.message) }
    }

    /// Removes a version.
    func deleteVersion(_ number: Int, of function: String) async throws(ServiceError) {
        let arn = FunctionVersion.key(function, number)
        let removal = companions(of: arn)
        do throws(StoreError) {
            try await versions.delete(key: arn, with: removal.mutations)
            try await forget(removal)
        } catch { throw .unavailable(error.message) }
    }

    /// Removes a function with its versions and aliases.
    func delete(_ record: FunctionRecord) async throws(ServiceError) {
        let (published, named) = (versions(of: record.arn), aliases(of: record.arn))
        let left = FunctionNumbering(arn: record.arn, last: record.published)
        let removal = companions(of: record.arn)
        let others =
            published.map { Mutation.deleteResource(kind: FunctionVersion.kind, key: $0.key) }
            + named.map { Mutation.deleteResource(kind: FunctionAlias.kind, key: $0.key) } + removal.mutations
        do throws(StoreError) {
            if record.published > 0 { try await numbering.replace(left) }
            try await functions.delete(key: record.key, with: others)
            // On disk they are gone already.
            for version in published { try await versions.delete(key: version.key) }
            for alias in named { try await aliases.delete(key: alias.key) }
            try await forget(removal)
        } catch {
            throw .unavailable(error.message)
        }
    }
}
