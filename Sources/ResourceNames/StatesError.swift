/// A failure inside an execution: data that meets `Retry` and `Catch`, never a refused request.
package struct StatesError: Error, Sendable, Equatable {
    /// The error name; `nil` when a Fail state, or who stopped the execution, named none.
    package var name: String?
    /// What happened, for people; `nil` when nobody said.
    package var cause: String?

    /// A failure with a name and a cause.
    package init(_ name: String?, cause: String?) {
        self.name = name
        self.cause = cause
    }
}
