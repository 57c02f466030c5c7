/// `arn:aws:states:REGION:ACCOUNT:activity:NAME`.
package struct ActivityARN: Sendable, Hashable {
    /// Where the activity lives.
    package let territory: Territory
    /// The activity's name.
    package let name: String

    /// Names an activity.
    package init(territory: Territory, name: String) {
        self.territory = territory
        self.name = name
    }

    /// Reads the form above; `nil` for anything else.
    package init?(_ text: String) {
        guard let arn = ARN(text), arn.service == "states", !arn.region.isEmpty, !arn.account.isEmpty else {
            return nil
        }
        let parts = arn.resourceParts
        guard parts.count == 2, parts[0] == "activity", !parts[1].isEmpty else { return nil }
        self.init(territory: Territory(account: arn.account, region: arn.region), name: String(parts[1]))
    }

    /// The ARN as text.
    package var text: String { "arn:aws:states:\(territory.region):\(territory.account):activity:\(name)" }
}
