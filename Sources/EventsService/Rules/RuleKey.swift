import ResourceNames

/// Which rule: a name on a bus.
struct RuleKey: Sendable, Hashable {
    /// The bus it watches.
    let bus: BusKey
    /// Without slashes and colons.
    let name: String

    /// Names a rule.
    init(bus: BusKey, name: String) { (self.bus, self.name) = (bus, name) }

    /// A rule by its ARN, `rule/NAME` or `rule/BUS/NAME`; `nil` when it is none.
    init?(_ arn: ARN) {
        guard arn.service == "events", arn.resource.hasPrefix("rule/") else { return nil }
        let territory = Territory(account: arn.account, region: arn.region)
        let path = arn.resource.dropFirst("rule/".count)
        guard let slash = path.lastIndex(of: "/") else {
            self.init(bus: BusKey(territory: territory, name: BusKey.defaultName), name: String(path))
            return
        }
        self.init(
            bus: BusKey(territory: territory, name: String(path[..<slash])),
            name: String(path[path.index(after: slash)...]))
    }

    /// The key of its row.
    var storeKey: String { "\(bus.storeKey):\(name)" }

    /// `arn:aws:events:us-east-1:000000000000:rule/NAME`, with the bus before the name unless it is the default one.
    var arn: String {
        let place = "arn:aws:events:\(bus.territory.region):\(bus.territory.account):rule/"
        return bus.isDefault ? place + name : "\(place)\(bus.name)/\(name)"
    }
}
