import ResourceNames

/// Which log group: a name in an account and region.
struct GroupKey: Sendable, Hashable {
    /// Where it is.
    let territory: Territory
    /// Without colons.
    let name: String

    /// Names a group.
    init(territory: Territory, name: String) {
        self.territory = territory
        self.name = name
    }

    /// A group by its ARN, with or without `:*` behind it; `nil` when it is none.
    init?(_ arn: ARN) {
        let parts = arn.resourceParts
        guard arn.service == "logs", parts.count >= 2, parts[0] == "log-group" else { return nil }
        self.init(territory: Territory(account: arn.account, region: arn.region), name: String(parts[1]))
    }

    /// A group by its name or its ARN.
    init(identifier: String, in territory: Territory) {
        if let arn = ARN(identifier), let key = GroupKey(arn) {
            self = key
        } else {
            self.init(territory: territory, name: identifier)
        }
    }

    /// The key of its row.
    var storeKey: String { "\(territory.account):\(territory.region):\(name)" }

    /// `arn:aws:logs:us-east-1:000000000000:log-group:NAME`.
    var arn: String { "arn:aws:logs:\(territory.region):\(territory.account):log-group:\(name)" }
}
