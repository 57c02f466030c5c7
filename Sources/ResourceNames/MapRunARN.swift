/// `mapRun:MACHINE/LABEL:ID`: one run of a distributed Map state.
package struct MapRunARN: Sendable, Hashable {
    /// Account and region.
    package let territory: Territory
    /// The name of the machine the state belongs to.
    package let machine: String
    /// The state's `Label`, or a UUID in its place.
    package let label: String
    /// The UUID of this run.
    package let id: String

    /// Reads an ARN; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 8, parts[0] == "arn", parts[2] == "states", parts[5] == "mapRun" else { return nil }
        let names = parts[6].split(separator: "/", maxSplits: 1)
        guard names.count == 2, UUIDText.words(parts[7]) != nil else { return nil }
        territory = Territory(account: String(parts[4]), region: String(parts[3]))
        (machine, label, id) = (String(names[0]), String(names[1]), String(parts[7]))
    }

    /// Names a new run.
    ///
    /// - Parameters:
    ///   - machine: Of the execution: for a Map inside a child execution, the child's `MACHINE/LABEL`.
    ///   - label: `nil`: a UUID that is the same for every run of the state.
    ///   - state: The state's name.
    package init(
        machine: String, label: String?, state: String, at instant: Timestamp, territory: Territory,
        chance: inout Chance
    ) {
        let machine = String(machine.prefix { $0 != "/" })
        self.territory = territory
        self.machine = machine
        self.label = label ?? Self.label(of: state, in: machine)
        let words = UUIDText.version7Words(at: instant, high: chance.next(), low: chance.next())
        id = UUIDText.text(high: words.high, low: words.low)
    }

    /// The ARN as text.
    package var text: String {
        "arn:aws:states:\(territory.region):\(territory.account):mapRun:\(machine)/\(label):\(id)"
    }

    /// The machine of its child executions: `stateMachine:MACHINE/LABEL`.
    package var childMachine: StateMachineARN {
        StateMachineARN(territory: territory, name: "\(machine)/\(label)")
    }

    /// A UUID made of the names alone.
    private static func label(of state: String, in machine: String) -> String {
        var seed: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(machine)/\(state)".utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var chance = Chance(seed: seed)
        return chance.uuid()
    }
}
