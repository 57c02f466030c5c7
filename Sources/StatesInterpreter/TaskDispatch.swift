import JSONTree
import StatesLanguage

/// A task to be dispatched.
package struct TaskDispatch: Sendable {
    /// The id of the scheduling event: names this attempt.
    package var task: Int64
    /// The state that wants it.
    package var stateName: String
    /// What is called.
    package var resource: TaskResource
    /// The effective parameters.
    package var input: Payload
    /// From 1.
    package var attempt: Int
    /// Empty unless the task waits for one.
    package var token: String
    /// `Credentials.RoleArn`, worked out.
    package var credentialsRoleARN: String?
    /// The task's own time limit in seconds, if it has one: the handler's deadline is the smaller of this and the function's.
    package var timeoutSeconds: Int?

    /// Describes a task.
    package init(
        task: Int64, stateName: String, resource: TaskResource, input: Payload, attempt: Int, token: String,
        credentialsRoleARN: String?,
        timeoutSeconds: Int?
    ) {
        self.task = task
        self.stateName = stateName
        self.resource = resource
        self.input = input
        self.attempt = attempt
        self.token = token
        self.credentialsRoleARN = credentialsRoleARN
        self.timeoutSeconds = timeoutSeconds
    }
}
