import Digests
import ResourceNames
import StorageContract

extension ExecutionKey {
    /// The key of a name made here: the time-ordered UUID itself.
    static func generated(at instant: Timestamp, entropy: Entropy) -> ExecutionKey {
        let words = UUIDText.version7Words(at: instant, high: entropy.next(), low: entropy.next())
        return ExecutionKey(high: words.high, low: words.low)
    }

    /// The key of a name a client chose: a hash of the ARN, never equal to a generated key (its version digit is not 7).
    static func named(_ execution: ExecutionARN) -> ExecutionKey {
        let digest = Digests.sha256(Array(execution.text.utf8))
        func word(_ range: Range<Int>) -> UInt64 { digest[range].reduce(0) { $0 << 8 | UInt64($1) } }
        return ExecutionKey(high: word(0..<8) & ~0xF000 | 0x8000, low: word(8..<16))
    }

    /// The key an execution has if its name was made here; `nil` when it cannot have been.
    static func generated(for execution: ExecutionARN) -> ExecutionKey? {
        guard let words = UUIDText.words(execution.expressID ?? execution.name), words.high & 0xF000 == 0x7000 else {
            return nil
        }
        return ExecutionKey(high: words.high, low: words.low)
    }

    /// The key of an EXPRESS execution, which is always made here; `nil` for any other.
    static func ofExpress(_ execution: ExecutionARN) -> ExecutionKey? {
        execution.expressID == nil ? nil : generated(for: execution)
    }

    /// The key as a UUID: the name of an execution nobody named.
    var uuid: String { UUIDText.text(high: high, low: low) }
}

extension StateMachineARN {
    /// The machine's name in the store's columns.
    var storedName: String { "\(territory.account):\(territory.region):\(name)" }

    /// Reads the name in a row; a child's has its Map Run behind it.
    init?(storedName: String) {
        let parts = storedName.split(separator: ":")
        guard parts.count == 3 || parts.count == 4 else { return nil }
        self.init(territory: Territory(account: String(parts[0]), region: String(parts[1])), name: String(parts[2]))
    }
}

extension ExecutionDetails {
    /// The name under which an execution is listed: its machine's, or its Map Run's.
    func storedMachine(of execution: ExecutionARN) -> String {
        let machine = execution.stateMachine.storedName
        return mapRun.map { "\(machine):\($0.runID)" } ?? machine
    }
}
