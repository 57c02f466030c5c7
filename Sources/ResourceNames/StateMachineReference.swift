/// What a `stateMachineArn` may name: a machine, one of its versions or aliases, or a Map state of it.
package enum StateMachineReference: Sendable, Hashable {
    /// `…:stateMachine:NAME`: the machine as it is now.
    case machine(StateMachineARN)
    /// `…:stateMachine:NAME:7`: a published version.
    case version(StateMachineARN, Int)
    /// `…:stateMachine:NAME:LIVE`: an alias.
    case alias(StateMachineARN, String)
    /// `…:stateMachine:NAME/LABEL`: a Distributed Map state.
    case label(StateMachineARN, String)

    /// Reads any of the four; `nil` for anything else.
    package init?(_ text: String) {
        if let arn = StateMachineARN(text) {
            guard let slash = arn.name.utf8.firstIndex(of: UInt8(ascii: "/")) else {
                self = .machine(arn)
                return
            }
            let label = String(arn.name[arn.name.index(after: slash)...])
            self = .label(StateMachineARN(territory: arn.territory, name: String(arn.name[..<slash])), label)
            return
        }
        guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")), let machine = StateMachineARN(text[..<colon])
        else { return nil }
        let qualifier = String(text[text.index(after: colon)...])
        guard !qualifier.isEmpty else { return nil }
        if let number = Int(qualifier), number > 0, String(number) == qualifier {
            self = .version(machine, number)
        } else {
            self = .alias(machine, qualifier)
        }
    }

    /// The machine it belongs to.
    package var machine: StateMachineARN {
        switch self {
        case .machine(let arn), .version(let arn, _), .alias(let arn, _), .label(let arn, _): arn
        }
    }

    /// The ARN as text.
    package var text: String {
        switch self {
        case .machine(let arn): arn.text
        case .version(let arn, let number): "\(arn.text):\(number)"
        case .alias(let arn, let name): "\(arn.text):\(name)"
        case .label(let arn, let label): "\(arn.text)/\(label)"
        }
    }
}
