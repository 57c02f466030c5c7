import AWSWire
import ResourceNames
import StorageContract

extension KeyCatalogue {
    /// The key a service seals with when nobody names one; made when it is needed first, as AWS makes its managed keys.
    func ownKey(of service: String, in territory: Territory) async throws(ServiceError) -> KMSKey {
        let name = "alias/aws/\(service)"
        if let found = alias(name, in: territory), let key = key(id: found.target) { return key }
        await missingKeys.enter()
        defer { missingKeys.leave() }
        if let found = alias(name, in: territory), let key = key(id: found.target) { return key }
        var key = KMSKey(
            id: CreateKey.freshID(), territory: territory, createdAt: now,
            description: "Default key of \(service) when no other key is named",
            policy: KeyPolicy.standard(territory.account))
        key.service = service
        try await create(key)
        let alias = KMSAlias(territory: territory, name: name, target: key.id, createdAt: now)
        try await changeAliases { .put(alias) }
        return key
    }
}
