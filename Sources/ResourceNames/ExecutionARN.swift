/// `execution:MACHINE:NAME` or `express:MACHINE:NAME:ID`.
package struct ExecutionARN: Sendable, Hashable {
    /// The machine that runs.
    package let stateMachine: StateMachineARN
    /// The execution's name.
    package let name: String
    /// The id that sets apart EXPRESS executions of one name; `nil` for STANDARD.
    package let expressID: String?

    /// Names an execution.
    package init(stateMachine: StateMachineARN, name: String, expressID: String? = nil) {
        self.stateMachine = stateMachine
        self.name = name
        self.expressID = expressID
    }

    /// Reads either form; `nil` for anything else.
    package init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// Reads either form; `nil` for anything else.
    package init?(_ text: String) {
        var text = text
        guard let arn = text.withUTF8({ Self(utf8: $0) }) else { return nil }
        self = arn
    }

    private init?(utf8: UnsafeBufferPointer<UInt8>) {
        var cursor = ColonCursor(utf8)
        guard cursor.skip("arn"), cursor.nextText() != nil, cursor.skip("states"), let region = cursor.nextText(),
            let account = cursor.nextText(), let kind = cursor.nextText(), let machineName = cursor.nextText()
        else { return nil }
        let machine = StateMachineARN(territory: Territory(account: account, region: region), name: machineName)
        switch kind {
        case "execution" where cursor.isAtLastField:
            self.init(stateMachine: machine, name: cursor.rest)
        case "express":
            guard let name = cursor.nextText(), cursor.isAtLastField else { return nil }
            self.init(stateMachine: machine, name: name, expressID: cursor.rest)
        default: return nil
        }
    }

    /// The ARN as text.
    package var text: String {
        let place = "arn:aws:states:\(stateMachine.territory.region):\(stateMachine.territory.account)"
        guard let expressID else { return "\(place):execution:\(stateMachine.name):\(name)" }
        return "\(place):express:\(stateMachine.name):\(name):\(expressID)"
    }
}
