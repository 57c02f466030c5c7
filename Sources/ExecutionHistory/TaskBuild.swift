/// Which build of a plugin a task was scheduled with, or ran.
package struct TaskBuild: Sendable, Equatable {
    /// The id of the task's scheduling event.
    package let task: Int64
    /// The build's sha256, in hex.
    package let build: String

    /// Names a task and its build.
    package init(task: Int64, build: String) {
        self.task = task
        self.build = build
    }
}
