import ResourceNames

/// Which event bus: a name in an account and region.
struct BusKey: Sendable, Hashable {
    /// The bus that is always there.
    static let defaultName = "default"

    /// Where it is.
    let territory: Territory
    /// `default`, or what it was called.
    let name: String

    /// Names a bus.
    init(territory: Territory, name: String) { (self.territory, self.name) = (territory, name) }

    /// A bus by its ARN; `nil` when it is none.
    init?(_ arn: ARN) {
        guard arn.service == "events", arn.resource.hasPrefix("event-bus/") else { return nil }
        self.init(
            territory: Territory(account: arn.account, region: arn.region),
            name: String(arn.resource.dropFirst("event-bus/".count)))
    }

    /// A bus by its name or its ARN.
    init(identifier: String, in territory: Territory) {
        if let arn = ARN(identifier), let key = BusKey(arn) {
            self = key
        } else {
            self.init(territory: territory, name: identifier)
        }
    }

    /// Whether it is the one that is always there.
    var isDefault: Bool { name == Self.defaultName }

    /// The key of its row.
    var storeKey: String { "\(territory.account):\(territory.region):\(name)" }

    /// `arn:aws:events:us-east-1:000000000000:event-bus/NAME`.
    var arn: String { "arn:aws:events:\(territory.region):\(territory.account):event-bus/\(name)" }
}
