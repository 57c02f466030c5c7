/// `arn:aws:states:REGION:ACCOUNT:stateMachine:NAME`, without version, alias or label.
package struct StateMachineARN: Sendable, Hashable {
    /// Where the machine lives.
    package let territory: Territory
    /// The machine's name.
    package let name: String

    /// Names a machine.
    package init(territory: Territory, name: String) {
        self.territory = territory
        self.name = name
    }

    /// Reads the unqualified form; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        guard let arn = ARN(text), arn.service == "states" else { return nil }
        let parts = arn.resourceParts
        guard parts.count == 2, parts[0] == "stateMachine", !parts[1].isEmpty, !arn.region.isEmpty, !arn.account.isEmpty
        else { return nil }
        self.init(territory: Territory(account: arn.account, region: arn.region), name: String(parts[1]))
    }

    /// The ARN as text.
    package var text: String { "arn:aws:states:\(territory.region):\(territory.account):stateMachine:\(name)" }
}
