import ResourceNames
import StatesInterpreter
import StorageContract

/// An EXPRESS execution as lists show it: one that runs, or one that ended lately.
package struct ListedExpress: Sendable {
    /// What holds an execution up that runs.
    package enum Pause: Sendable {
        /// A time it waits for.
        case waiting
        /// A failure after which it tries again.
        case retrying
    }

    /// Its place among executions of the same instant.
    package let key: ExecutionKey
    /// What is known of it, without what would be sealed in a store.
    package let description: ExecutionDescription
    /// What holds it up; `nil` when it works, or has ended.
    package let pause: Pause?

    init(_ ended: RecentExpress.Entry) { self.init(ended.key, ended.description, pause: nil) }

    /// On the loop's thread.
    init(_ live: LiveExecution) {
        var pause: Pause?
        for timer in live.state.timers {
            switch timer.id {
            case .wait: pause = .waiting
            case .retry where live.running.isEmpty: pause = pause ?? .retrying
            case .retry, .execution, .taskTimeout, .heartbeat: break
            }
        }
        self.init(live.key, live.description, pause: pause)
    }

    private init(_ key: ExecutionKey, _ description: ExecutionDescription, pause: Pause?) {
        var description = description
        description.details = description.details.withoutSealed
        (self.key, self.description, self.pause) = (key, description, pause)
    }
}
