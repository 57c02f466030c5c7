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
    package init?(_ text: some StringProtocol) {
        guard let arn = ARN(text), arn.service == "states", !arn.region.isEmpty, !arn.account.isEmpty else {
            return nil
        }
        let parts = arn.resourceParts
        guard parts.count >= 3, !parts[1].isEmpty, !parts[2].isEmpty else { return nil }
        let machine = StateMachineARN(
            territory: Territory(account: arn.account, region: arn.region), name: String(parts[1]))
        switch (parts[0], parts.count) {
        case ("execution", 3): self.init(stateMachine: machine, name: String(parts[2]))
        case ("express", 4): self.init(stateMachine: machine, name: String(parts[2]), expressID: String(parts[3]))
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
