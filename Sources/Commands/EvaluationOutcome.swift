import JSONTree

/// What an evaluation ends with.
enum EvaluationOutcome: Sendable, Equatable {
    /// A value.
    case result(JSON)
    /// No value and no failure, which some languages know.
    case undefined
    /// No value: a code to switch on, and words.
    case failure(code: String, message: String)

    /// The path names nothing.
    static let notFound = "not-found"
    /// The text is no path.
    static let invalidPath = "invalid-path"
    /// The path cannot be computed.
    static let other = "other"
    /// The value is no payload template.
    static let invalidTemplate = "invalid-template"
    /// The line asks for nothing that can be evaluated.
    static let invalidRequest = "invalid-request"

    /// The line that answers a request.
    var json: JSON {
        switch self {
        case .result(let value): ["result": value]
        case .undefined: ["undefined": true]
        case .failure(let code, let message): ["error": ["code": .string(code), "message": .string(message)]]
        }
    }
}
