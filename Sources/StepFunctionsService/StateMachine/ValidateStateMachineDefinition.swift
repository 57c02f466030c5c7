import AWSWire
import ExecutionEngine
import JSONTree
import StatesLanguage

/// `ValidateStateMachineDefinition`: everything that is wrong with a definition, without making anything.
struct ValidateStateMachineDefinition: AWSWire.Operation {
    static let name = "ValidateStateMachineDefinition"
    /// Diagnostics of an answer, at most. Source: API reference, `maxResults`.
    private static let resultsMax = 100
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let isExpress = try CreateStateMachine.isExpress(action.text("type"))
        let check = Definition.check(
            Array(try action.required("definition").utf8), type: isExpress ? .express : .standard,
            isServed: engine.serves)
        let asked = Int(input["maxResults"]?.integerValue ?? 0)
        let limit = asked == 0 ? Self.resultsMax : asked
        let problems = action.text("severity") == "WARNING" ? check.problems : check.errors
        return OperationOutput([
            "result": check.program == nil ? "FAIL" : "OK",
            "diagnostics": .array(problems.prefix(limit).map(Self.diagnostic)),
            "truncated": .bool(problems.count > limit),
        ])
    }

    private static func diagnostic(_ problem: DefinitionProblem) -> JSON {
        var members = JSONObject([
            ("severity", .string(problem.severity.rawValue)), ("code", .string(problem.code)),
            ("message", .string(problem.message)),
        ])
        if let location = problem.location { members["location"] = .string(location) }
        return .object(members)
    }
}
