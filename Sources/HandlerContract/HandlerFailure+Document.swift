import JSONTree

extension HandlerFailure {
    /// Whether it tells what became of the worker, and not what the handler said.
    package var isRuntimes: Bool { type.hasPrefix("Sandbox.") || type.hasPrefix("Runtime.") }

    /// The document Lambda answers with when a function failed: `errorMessage`, `errorType` and what else is known.
    ///
    /// What became of a worker (`Sandbox.Timedout`, `Runtime.ExitError`) has type and message alone, type first, as AWS puts it.
    /// What a runtime posted itself is handed on as it is; what is no JSON object is worded anew.
    package func document(requestID: String) -> JSON {
        if !document.isEmpty, let posted = try? JSON.parse(document), posted.isObject { return posted }
        if isRuntimes {
            return ["errorType": .string(type), "errorMessage": .string(message)]
        }
        var document: JSONObject = JSONObject([
            ("errorMessage", .string(message)), ("errorType", .string(type)), ("requestId", .string(requestID)),
        ])
        // A stack that is not JSON is the handler's slip; the error itself counts, so it is left out.
        if !stackJSON.isEmpty, let stack = try? JSON.parse(stackJSON) {
            document["stackTrace"] = stack
        } else {
            document["stackTrace"] = .array([])
        }
        return .object(document)
    }
}
