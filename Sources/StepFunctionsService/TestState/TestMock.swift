import AWSWire
import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage

/// `mock` of a test: what stands for the work of the state.
struct TestMock {
    private enum Content {
        case result(String)
        case failure(StatesError)
    }

    private let content: Content
    private let mode: String

    /// `nil` when there is no mock.
    init?(_ mock: JSON?) throws(ServiceError) {
        guard let mock, !mock.isNull else { return nil }
        mode = mock["fieldValidationMode"]?.stringValue ?? "STRICT"
        switch (mock["result"]?.stringValue, mock["errorOutput"]) {
        case (let result?, nil): content = .result(result)
        case (nil, let error?):
            guard let name = error["error"]?.stringValue else {
                throw .validation("Error must be specified when a mock errorOutput is specified.")
            }
            content = .failure(StatesError(name, cause: error["cause"]?.stringValue))
        default: throw .validation("A test mock should have only one of the following fields: [result, errorOutput].")
        }
    }

    /// What the interpreter gets, once the result has been found fit for the state.
    func value(for state: State) throws(ServiceError) -> StateMock {
        switch content {
        case .failure(let error): return .failure(error)
        case .result(let text):
            guard let result = TestDocuments.payload(text) else {
                throw .validation("Mocked result must be valid JSON.")
            }
            try check(result.tree, for: state)
            return .result(result)
        }
    }

    private func check(_ result: JSON, for state: State) throws(ServiceError) {
        switch state.kind {
        case .parallel(let parallel):
            guard let items = result.arrayValue else { throw .validation("Mocked result must be an array.") }
            guard items.count == parallel.branches.count else {
                throw .validation(
                    "Mocked result must contain the same number of items as number of Parallel branches.")
            }
        case .map(let map) where map.resultWriter?.resource != nil:
            guard result.isObject else { throw .validation("Mocked result must be a JSON object.") }
        case .map: guard result.isArray else { throw .validation("Mocked result must be an array.") }
        case .task(let task): try check(result, of: task.resource)
        default: return
        }
    }

    private func check(_ result: JSON, of resource: TaskResource) throws(ServiceError) {
        guard mode != "NONE", let response = MockedResponse(of: resource) else { return }
        let problem = response.problem(of: result, isComplete: mode == "STRICT")
        if let problem { throw .validation("Mock result schema validation error: \(problem)") }
    }
}
