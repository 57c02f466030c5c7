import JSONTree

/// Where stacks are made: a server elsewhere, or this process.
protocol StackCaller: Sendable {
    /// Calls an action of CloudFormation.
    func call(_ action: String, _ input: JSON) async throws -> JSON
    /// Puts a text where a template may be fetched from; answers its URL.
    func upload(_ text: String, key: String) async throws -> String
}
