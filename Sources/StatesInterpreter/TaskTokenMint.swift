/// Makes the tokens by which tasks are answered from outside.
///
/// A token is not chance: the same execution and task always get the same one, so that it needs no record of its own. It must be impossible to forge.
package protocol TaskTokenMint: Sendable {
    /// The token of a task of this execution.
    ///
    /// - Parameter task: The id of its scheduling event.
    func token(task: Int64) -> String
}
