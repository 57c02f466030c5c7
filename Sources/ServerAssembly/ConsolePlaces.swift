import AWSWire
import ResourceNames
import StorageContract

/// Accounts and regions in which there is something, for the console's switcher.
struct ConsolePlaces: Sendable {
    /// Where everything durable lies.
    let store: any Store
    /// Kinds of rows whose keys begin with `ACCOUNT:REGION:` or are ARNs.
    private static let kinds = ["stateMachine", "queue", "topic", "function"]
    /// Behind every key of a territory.
    private static let behind = ":\u{10FFFF}"

    /// All of them. One short read each: whatever else a territory holds is leapt over.
    func list() async throws(ServiceError) -> [Territory] {
        do throws(StoreError) {
            return try await store.read { reader throws(StoreError) in
                var found: Set<Territory> = []
                for kind in Self.kinds {
                    var after: String?
                    while let key = try reader.resources(kind: kind, keyPrefix: "", after: after, limit: 1).first?.key {
                        guard let (territory, prefix) = Self.territory(of: key) else { break }
                        found.insert(territory)
                        after = prefix + Self.behind
                    }
                }
                return Array(found)
            }
        } catch {
            throw ServiceError("ServiceUnavailable", error.message, status: 503)
        }
    }

    /// Where a row belongs, and how the keys of all rows there begin.
    private static func territory(of key: String) -> (Territory, prefix: String)? {
        let parts = key.split(separator: ":")
        if parts.count >= 6, parts[0] == "arn" {
            let territory = Territory(account: String(parts[4]), region: String(parts[3]))
            return (territory, parts[..<5].joined(separator: ":"))
        }
        guard parts.count >= 3 else { return nil }
        return (Territory(account: String(parts[0]), region: String(parts[1])), parts[..<2].joined(separator: ":"))
    }
}
