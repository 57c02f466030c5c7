import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage

/// `TestState`: runs one state, or what a mock makes of it, and shows how data pass through it.
struct TestState: AWSWire.Operation {
    static let name = "TestState"
    /// Reads the input as for a start.
    let reading: StartReading
    /// Knows what plugins serve.
    let engine: ExecutionEngine
    /// Runs the test.
    let run: StateTestRun

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let role = try action.text("roleArn").map { role throws(ServiceError) in
            try RoleARN.check(role, account: context.territory.account)
        }
        let mock = try TestMock(input["mock"])
        try Self.checkMembers(input, isMocked: mock != nil)
        let program = try TestedState.program(of: action, engine: engine)
        let state = program.graph.first
        try TestedState.check(state, isMocked: mock != nil, hasRole: role != nil)
        let setup = StateTestSetup(
            mock: try mock?.value(for: state), variables: try TestDocuments.variables(action.text("variables")),
            context: try TestDocuments.context(action.text("context")),
            retryCount: Int(input["stateConfiguration"]?["retrierRetryCount"]?.integerValue ?? 0),
            failedIterations: input["stateConfiguration"]?["mapIterationFailureCount"]?.integerValue.map { Int($0) },
            readerData: input["stateConfiguration"]?["mapItemReaderData"]?.stringValue)
        try TestedState.checkConfiguration(input["stateConfiguration"], of: state)
        let payload = try reading.payload(action.text("input"))
        let (inspection, exchange) = await run.inspection(
            of: program, setup: setup, input: payload, roleARN: role ?? "", territory: context.territory)
        if let refusal = inspection.refusal { throw .validation(refusal) }
        let level = action.text("inspectionLevel") ?? "INFO"
        let reply = TestReply(
            inspection: inspection, input: payload, state: state, exchange: exchange,
            showsSecrets: input["revealSecrets"]?.boolValue ?? false, level: level)
        return OperationOutput(reply.json)
    }

    /// Members that go only with a mock, or only without one. Wording observed for two of them; the others follow it.
    private static func checkMembers(_ input: JSON, isMocked: Bool) throws(ServiceError) {
        if isMocked {
            guard input["revealSecrets"]?.boolValue ?? false else { return }
            throw .validation("TestState does not support RevealSecrets when a mock is specified.")
        }
        let configuration = input["stateConfiguration"]
        let members = [
            ("MapIterationFailureCount", configuration?["mapIterationFailureCount"]),
            ("RetrierRetryCount", configuration?["retrierRetryCount"]),
            ("ErrorCausedByState", configuration?["errorCausedByState"]),
            ("MapItemReaderData", configuration?["mapItemReaderData"]), ("Context", input["context"]),
        ]
        guard let given = members.first(where: { $0.1 != nil }) else { return }
        throw .validation("TestState does not support \(given.0) when a mock is not specified.")
    }
}
