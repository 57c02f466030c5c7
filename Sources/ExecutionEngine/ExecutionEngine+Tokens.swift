import ResourceNames
import StorageContract

extension ExecutionEngine {
    /// The ARN of the machine whose execution waits for the answer to a token: what a policy about that answer names. Blocks for one look-up.
    ///
    /// - Returns: `nil` for a token that was not made here, and for an execution that is not there.
    package func stateMachine(ofToken text: String) -> String? {
        guard let token = TaskToken(text, sealedWith: services.tokenKey) else { return nil }
        // A store that cannot be read lets nobody answer either: then the answer itself says so.
        let row = try? services.store.readNow { reader throws(StoreError) in try reader.execution(token.execution) }
        let parts = row?.machine.split(separator: ":", maxSplits: 2) ?? []
        guard parts.count == 3 else { return nil }
        let territory = Territory(account: String(parts[0]), region: String(parts[1]))
        // Children of a Map Run are listed under the machine's name with a label.
        let name = parts[2].prefix { $0 != "/" && $0 != ":" }
        return StateMachineARN(territory: territory, name: String(name)).text
    }
}
