import AWSWire
import ExecutionEngine
import JSONTree
import StatesLanguage

/// Any action at all, and what helps to write definitions.
enum ActionEndpoints {
    /// Its endpoints.
    static let routes: [ConsoleRoute] = [
        ConsoleRoute("POST", "actions/:service/:action") { request async throws(ServiceError) in
            try await request.call(request.parameter("service"), request.parameter("action"), request.body)
        },
        ConsoleRoute("POST", "validate", validate),
        ConsoleRoute("POST", "test-state", testState),
    ]

    /// Everything that is wrong with a definition, with lines and columns.
    private static func validate(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let text = try request.required("definition")
        try request.admit("ValidateStateMachineDefinition", ["definition": .string(text)])
        let isExpress = request.body["type"]?.stringValue == "EXPRESS"
        let check = Definition.check(
            Array(text.utf8), type: isExpress ? .express : .standard, isServed: request.services.engine.serves)
        return [
            "result": check.program == nil ? "FAIL" : "OK",
            "problems": .array(
                check.problems.map { problem in
                    [
                        "severity": .string(problem.severity.rawValue), "code": .string(problem.code),
                        "message": .string(problem.message), "pointer": .string(problem.pointer),
                        "location": problem.location.map { .string($0) } ?? .null,
                        "line": .integer(Int64(problem.line)), "column": .integer(Int64(problem.column)),
                    ]
                }),
        ]
    }

    /// `TestState` with every step of the data shown; what is no text in the request becomes one.
    private static func testState(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        var input = request.body.objectValue ?? [:]
        for name in ["definition", "input", "variables", "context"] {
            if let value = input[name], !value.isString { input[name] = .string(value.text) }
        }
        if input["inspectionLevel"] == nil { input["inspectionLevel"] = "TRACE" }
        return try await request.call("states", "TestState", .object(input))
    }
}
