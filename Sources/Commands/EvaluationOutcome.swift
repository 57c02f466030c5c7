import JSONTree
import JSONataLanguage

/// What an evaluation ends with.
enum EvaluationOutcome: Sendable, Equatable {
    /// A value.
    case result(JSON)
    /// No value and no failure, which some languages know.
    case undefined
    /// No value: a code to switch on, and words.
    case failure(code: String, message: String)
    /// No value: a JSONata expression's own error.
    case expressionFailure(JSONataError)

    /// The path names nothing.
    static let notFound = "not-found"
    /// The text is no path.
    static let invalidPath = "invalid-path"
    /// The path cannot be computed.
    static let other = "other"
    /// The value is no payload template.
    static let invalidTemplate = "invalid-template"
    /// The value is none that JSON can express.
    static let notJSON = "not-json"
    /// The line asks for nothing that can be evaluated.
    static let invalidRequest = "invalid-request"

    /// The line that answers a request.
    var json: JSON {
        switch self {
        case .result(let value): ["result": value]
        case .undefined: ["undefined": true]
        case .failure(let code, let message): ["error": ["code": .string(code), "message": .string(message)]]
        case .expressionFailure(let error): ["error": Self.json(error)]
        }
    }

    private static func json(_ error: JSONataError) -> JSON {
        var object: JSONObject = ["code": .string(error.code), "message": .string(error.message)]
        object["token"] = error.token.map { .string($0) }
        object["value"] = error.value
        object["position"] = error.position.map { .integer(Int64($0)) }
        object["index"] = error.details.index.map { .integer(Int64($0)) }
        object["value2"] = error.details.value2
        object["functionName"] = error.details.functionName.map { .string($0) }
        return .object(object)
    }
}
