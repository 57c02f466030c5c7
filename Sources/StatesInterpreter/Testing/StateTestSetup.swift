import JSONTree
import StatesLanguage

/// What a test of one state is given beside its input. A class, so that a fold without one carries nothing.
package final class StateTestSetup: Sendable {
    /// Stands for the task, the branches or the iterations; without one a task is really done.
    package let mock: StateMock?
    /// The variables in sight.
    package let variables: JSONObject
    /// Members of the context object, which go before those of the test itself.
    package let context: JSONObject
    /// The same as it was given.
    let contextText: Payload
    /// How often the retrier that applies has had its way before.
    package let retryCount: Int
    /// Iterations of a Map state that are said to have failed.
    package let failedIterations: Int?
    /// What the item reader of a Map state is said to have read, as it stands in its source.
    package let readerData: String?

    /// Gathers it; without arguments, a test of a state as it is.
    package init(
        mock: StateMock? = nil, variables: JSONObject = [:], context: Payload = .emptyObject, retryCount: Int = 0,
        failedIterations: Int? = nil, readerData: String? = nil
    ) {
        self.mock = mock
        self.variables = variables
        self.context = context.tree.objectValue ?? [:]
        contextText = context
        self.retryCount = retryCount
        self.failedIterations = failedIterations
        self.readerData = readerData
    }

    /// The context object the state sees.
    ///
    /// Observed on AWS: the state's name in it is the same for every test.
    func context(over context: JSONObject) -> JSONObject {
        var context = context
        if case .object(var state)? = context["State"] {
            state["Name"] = .string(Definition.singleStateName)
            context["State"] = .object(state)
        }
        for (name, given) in self.context {
            guard case .object(let members) = given, case .object(var merged)? = context[name] else {
                context[name] = given
                continue
            }
            for (member, value) in members { merged[member] = value }
            context[name] = .object(merged)
        }
        return context
    }
}
