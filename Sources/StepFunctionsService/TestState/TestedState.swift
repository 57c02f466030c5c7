import AWSWire
import ExecutionEngine
import JSONTree
import StatesLanguage

/// Which state a test is about, and whether it may be tested this way.
enum TestedState {
    /// A program that begins at the state: the definition is that state alone, or a machine in which `stateName` names it.
    static func program(of action: StatesInput, engine: ExecutionEngine) throws(ServiceError) -> Program {
        let text = Array(try action.required("definition").utf8)
        let name = action.text("stateName")
        let check =
            name == nil
            ? Definition.checkState(text, isServed: engine.serves) : Definition.check(text, isServed: engine.serves)
        guard let program = check.program else {
            throw ServiceError("InvalidDefinition", check.refusal ?? "Invalid State Machine Definition")
        }
        guard let name else { return program }
        guard let found = program.beginning(at: name) else { throw .validation("State not found in definition") }
        return found
    }

    /// Source: API reference, "TestState": what needs a mock, what takes none, what needs a role.
    static func check(_ state: State, isMocked: Bool, hasRole: Bool) throws(ServiceError) {
        switch state.kind {
        case .pass, .wait, .choice, .succeed, .fail:
            guard isMocked else { return }
            throw .validation("State type '\(state.kind.typeName)' is not supported when a mock is specified")
        case .parallel, .map:
            guard !isMocked else { return }
            throw ServiceError(
                "InvalidDefinition",
                "TestState API does not support Map or Parallel states. Supported state types include: "
                    + "[Task, Wait, Pass, Succeed, Fail, Choice]")
        case .task(let task):
            guard !isMocked else { return }
            try check(task.resource)
            guard hasRole else { throw .validation("RoleArn must be specified when testing a Task state") }
        }
    }

    /// Tasks that somebody else ends. Wording ours.
    private static func check(_ resource: TaskResource) throws(ServiceError) {
        if resource.kind == .activity {
            throw ServiceError("InvalidDefinition", "TestState API does not support Activity tasks without a mock")
        }
        guard resource.sync > 0 || resource.waitsForToken else { return }
        throw ServiceError(
            "InvalidDefinition",
            "TestState API does not support the .sync and .waitForTaskToken service integration patterns without a mock"
        )
    }

    /// `errorCausedByState` names a state inside the tested one.
    static func checkConfiguration(_ configuration: JSON?, of state: State) throws(ServiceError) {
        guard let name = configuration?["errorCausedByState"]?.stringValue else { return }
        let inside = state.kind.graphs.contains { Program(graph: $0, timeoutSeconds: nil).beginning(at: name) != nil }
        guard inside else { throw .validation("State not found in definition") }
    }
}
