import JSONTree
import StatesInterpreter
import StatesLanguage

/// The request and the response of an HTTP task, as the task's arguments and result tell of them.
///
/// Source: developer guide, "Testing an HTTP Task": headers as one text, `[name: value, …]`.
struct HTTPTrace {
    private let arguments: JSON
    private let result: JSON?

    /// Reads what a test has seen of the task.
    init(_ inspection: StateInspection, language: QueryLanguage) {
        let stage = language == .jsonPath ? InspectionStage.afterParameters : .afterArguments
        arguments = inspection.stages[stage]?.tree ?? .null
        result = inspection.stages[.result]?.tree
    }

    /// Adds `request`, and `response` when there was one.
    func add(to data: inout JSONObject) {
        guard let endpoint = arguments["ApiEndpoint"]?.stringValue else { return }
        let scheme = endpoint.split(separator: ":").first.map(String.init) ?? "https"
        var request: JSONObject = ["protocol": .string(scheme), "url": .string(endpoint + query)]
        if let method = arguments["Method"]?.stringValue { request["method"] = .string(method) }
        if let headers = arguments["Headers"] { request["headers"] = .string(Self.list(headers)) }
        if let body = arguments["RequestBody"] { request["body"] = .string(Self.text(body)) }
        data["request"] = .object(request)
        guard let result else { return }
        var response: JSONObject = ["protocol": .string(scheme)]
        if let status = result["StatusCode"] { response["statusCode"] = .string(Self.text(status)) }
        if let words = result["StatusText"] { response["statusMessage"] = .string(Self.text(words)) }
        if let headers = result["Headers"] { response["headers"] = .string(Self.list(headers)) }
        if let body = result["ResponseBody"] { response["body"] = .string(Self.text(body)) }
        data["response"] = .object(response)
    }

    private var query: String {
        guard let parameters = arguments["QueryParameters"]?.objectValue, !parameters.isEmpty else { return "" }
        let pairs = parameters.flatMap { name, value in
            (value.arrayValue ?? [value]).map { "\(name)=\(Self.text($0))" }
        }
        return "?" + pairs.joined(separator: "&")
    }

    private static func list(_ headers: JSON) -> String {
        let lines = (headers.objectValue ?? [:]).map { name, value in
            "\(name): \((value.arrayValue ?? [value]).map(text).joined(separator: ", "))"
        }
        return "[\(lines.joined(separator: ", "))]"
    }

    private static func text(_ value: JSON) -> String { value.stringValue ?? value.text }
}
