import AWSWire
import ResourceNames
import StorageContract

/// All keys and aliases, and how their names lead to them. Changes happen one after the other, in the store first.
final class KeyCatalogue: Sendable {
    /// By id.
    let keys: ResourceTable<KMSKey>
    /// By `KMSAlias.key`.
    let aliases: ResourceTable<KMSAlias>
    /// Their material.
    let vault: KeyVault
    private let clock: any WallClock
    private let gate = ChangeGate()
    /// Keys that are made only when they are not there are made one after the other: those of services, and those of repeated calls.
    let missingKeys = ChangeGate()

    /// Reads what exists.
    init(store: any Store, vault: KeyVault, clock: any WallClock) throws(StoreError) {
        self.vault = vault
        self.clock = clock
        keys = try ResourceTable(store: store)
        aliases = try ResourceTable(store: store)
    }

    /// Marks the pages of lists.
    var pages: PageTokens { PageTokens(clock: clock) }

    /// The time.
    var now: Timestamp { clock.now }

    /// Keys of a territory by id, without those whose time has come.
    func keys(of territory: Territory) -> [KMSKey] { keys.all.filter { $0.territory == territory && isThere($0) } }

    /// Aliases of a territory by name, those of keys that are there.
    func aliases(of territory: Territory) -> [KMSAlias] {
        aliases.all.filter { $0.territory == territory && keys[$0.target].map(isThere) ?? false }
    }

    /// An alias, whether or not its key is there.
    func alias(_ name: String, in territory: Territory) -> KMSAlias? { aliases[KMSAlias.key(name, territory)] }

    /// A key by its id alone, wherever it belongs.
    func key(id: String) -> KMSKey? {
        guard let key = keys[id], isThere(key) else { return nil }
        return key
    }

    /// A key by its id or ARN, for actions that do not take aliases.
    func key(_ identifier: String, in territory: Territory) throws(ServiceError) -> KMSKey {
        guard let arn = ARN(identifier) else { return try key(id: identifier, in: territory) }
        let home = try Self.territory(of: arn, in: territory)
        guard arn.resource.hasPrefix("key/") else { throw .notFound("Invalid keyId '\(identifier)'") }
        return try key(id: String(arn.resource.dropFirst(4)), in: home)
    }

    /// A key by its id or ARN, or by an alias or the ARN of one.
    func keyOrAlias(_ identifier: String, in territory: Territory) throws(ServiceError) -> KMSKey {
        if identifier.hasPrefix("alias/") { return try key(alias: identifier, in: territory) }
        guard let arn = ARN(identifier), arn.resource.hasPrefix("alias/") else {
            return try key(identifier, in: territory)
        }
        return try key(alias: arn.resource, in: try Self.territory(of: arn, in: territory))
    }

    /// The material of a key that may be used now.
    ///
    /// - Throws: `DisabledException`, `KMSInvalidStateException`. Source: developer guide, "Key states of AWS KMS keys".
    func material(of key: KMSKey) throws(ServiceError) -> [UInt8] {
        switch key.state {
        case .disabled: throw .disabled(key.arn)
        case .pendingDeletion: throw .invalidState("\(key.arn) is pending deletion.")
        case .enabled: break
        }
        guard let material = vault.material(of: key.id) else {
            throw .invalidState("\(key.arn) is unavailable: its file is missing from the folder of keys, or damaged.")
        }
        return material
    }

    /// Adds a key; its material is on disk before its row.
    func create(_ key: KMSKey) async throws(ServiceError) {
        try vault.create(key.id)
        do throws(StoreError) {
            guard try await keys.insert(key) else { throw StoreError(.unavailable, "the id of the key is taken") }
        } catch {
            throw .internalFailure(error.message)
        }
    }

    /// Adds a key, unless it is there.
    ///
    /// - Returns: The one that is there now.
    func createOnce(_ key: KMSKey) async throws(ServiceError) -> KMSKey {
        await missingKeys.enter()
        defer { missingKeys.leave() }
        if let made = keys[key.id], made.territory == key.territory { return made }
        try await create(key)
        return key
    }

    /// Changes a key that is found by its id or ARN.
    func change(
        _ identifier: String, in territory: Territory, _ edit: (inout KMSKey) throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        var key = try key(identifier, in: territory)
        guard key.service == nil else { throw .isServiceKey(key.arn) }
        try edit(&key)
        do throws(StoreError) { try await keys.replace(key) } catch { throw .internalFailure(error.message) }
    }

    /// Changes aliases: decides, then writes.
    func changeAliases(_ decide: () throws(ServiceError) -> AliasChange) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        let change = try decide()
        do throws(StoreError) {
            switch change {
            case .put(let alias): try await aliases.replace(alias)
            case .delete(let alias): try await aliases.delete(key: alias.key)
            }
        } catch {
            throw .internalFailure(error.message)
        }
    }

    /// What becomes of an alias.
    enum AliasChange {
        case put(KMSAlias)
        case delete(KMSAlias)
    }

    /// Destroys keys whose waiting period is over, material first: once that is gone, nothing can be undone.
    func expire() async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        for key in keys.all where !isThere(key) {
            try vault.destroy(key.id)
            do throws(StoreError) {
                for alias in aliases.all where alias.target == key.id { try await aliases.delete(key: alias.key) }
                try await keys.delete(key: key.id)
            } catch {
                throw .internalFailure(error.message)
            }
        }
    }

    private func isThere(_ key: KMSKey) -> Bool {
        if case .pendingDeletion(let instant) = key.state { instant > now } else { true }
    }

    private func key(id: String, in territory: Territory) throws(ServiceError) -> KMSKey {
        guard UUIDText.words(id) != nil else { throw .notFound("Invalid keyId '\(id)'") }
        guard let key = key(id: id), key.territory == territory else {
            throw .noSuchKey("arn:aws:kms:\(territory.region):\(territory.account):key/\(id)")
        }
        return key
    }

    private func key(alias: String, in territory: Territory) throws(ServiceError) -> KMSKey {
        guard let found = self.alias(alias, in: territory), let key = key(id: found.target) else {
            throw .noSuchAlias(KMSAlias.arn(alias, territory))
        }
        return key
    }

    /// Where an ARN leads: another account's key may be named, another region's not.
    private static func territory(of arn: ARN, in territory: Territory) throws(ServiceError) -> Territory {
        guard arn.service == "kms" else { throw .notFound("Invalid arn \(arn.text)") }
        guard arn.region == territory.region else { throw .notFound("Invalid arn \(arn.region)") }
        return Territory(account: arn.account, region: arn.region)
    }
}
