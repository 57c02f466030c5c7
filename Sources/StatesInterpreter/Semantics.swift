/// The behaviour number of the interpreter. It rises with every change that alters an event or a command of an execution that could be running.
package enum Semantics {
    /// The number executions are pinned to when they start under this build.
    package static let now = 1
}
