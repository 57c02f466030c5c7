import StorageContract

/// The `.sync` task of another execution that waits for the end of this one.
package struct ParentTask: Sendable, Equatable {
    /// The execution the task belongs to.
    let execution: ExecutionKey
    /// The id of its scheduling event.
    let task: Int64
    /// `.sync:2`: input and output are told as JSON and not as text.
    let tellsJSON: Bool

    init(execution: ExecutionKey, task: Int64, tellsJSON: Bool) {
        self.execution = execution
        self.task = task
        self.tellsJSON = tellsJSON
    }

    /// Reads what `text` wrote; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":")
        guard parts.count == 4, let high = UInt64(parts[0], radix: 16), let low = UInt64(parts[1], radix: 16),
            let task = Int64(parts[2])
        else { return nil }
        self.init(execution: ExecutionKey(high: high, low: low), task: task, tellsJSON: parts[3] == "2")
    }

    /// The task as it travels with an invocation.
    var text: String {
        "\(String(execution.high, radix: 16)):\(String(execution.low, radix: 16)):\(task):\(tellsJSON ? 2 : 1)"
    }
}
