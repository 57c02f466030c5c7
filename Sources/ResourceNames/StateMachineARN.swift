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
    package init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// Reads the unqualified form; `nil` for anything else.
    package init?(_ text: String) {
        var text = text
        guard let arn = text.withUTF8({ Self(utf8: $0) }) else { return nil }
        self = arn
    }

    private init?(utf8: UnsafeBufferPointer<UInt8>) {
        var cursor = ColonCursor(utf8)
        guard cursor.skip("arn"), cursor.nextText() != nil, cursor.skip("states"), let region = cursor.nextText(),
            let account = cursor.nextText(), cursor.skip("stateMachine"), cursor.isAtLastField
        else { return nil }
        self.init(territory: Territory(account: account, region: region), name: cursor.rest)
    }

    /// The machine itself: machines of child executions are named after it, `MACHINE/LABEL`.
    package var unlabeled: StateMachineARN {
        StateMachineARN(territory: territory, name: String(name.prefix { $0 != "/" }))
    }

    /// The ARN as text.
    package var text: String { "arn:aws:states:\(territory.region):\(territory.account):stateMachine:\(name)" }
}
