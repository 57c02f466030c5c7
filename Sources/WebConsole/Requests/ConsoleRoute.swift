import AWSWire
import JSONTree

/// An endpoint: its method, its path, its work.
struct ConsoleRoute: Sendable {
    /// `GET`.
    let method: String
    /// `executions/:machine/:execution`; parts with a colon are parameters.
    let path: [Substring]
    /// The work.
    let answer: @Sendable (ConsoleRequest) async throws(ServiceError) -> ConsoleAnswer

    /// An endpoint that answers JSON.
    init(
        _ method: String, _ path: String,
        _ answer: @escaping @Sendable (ConsoleRequest) async throws(ServiceError) -> JSON
    ) {
        self.init(method, path) { request async throws(ServiceError) -> ConsoleAnswer in
            .json(try await answer(request))
        }
    }

    /// An endpoint that answers anything.
    init(
        _ method: String, _ path: String,
        answering answer: @escaping @Sendable (ConsoleRequest) async throws(ServiceError) -> ConsoleAnswer
    ) {
        self.init(method, path, answer)
    }

    private init(
        _ method: String, _ path: String,
        _ answer: @escaping @Sendable (ConsoleRequest) async throws(ServiceError) -> ConsoleAnswer
    ) {
        self.method = method
        self.path = path.split(separator: "/")
        self.answer = answer
    }

    /// The parameters of a path that fits.
    func match(_ segments: [String]) -> [String: String]? {
        guard segments.count == path.count else { return nil }
        var parameters: [String: String] = [:]
        for (pattern, segment) in zip(path, segments) {
            if pattern.hasPrefix(":") {
                parameters[String(pattern.dropFirst())] = segment
            } else if pattern != segment {
                return nil
            }
        }
        return parameters
    }
}

/// What an endpoint answers.
enum ConsoleAnswer: Sendable {
    /// A tree.
    case json(JSON)
    /// Text as it is.
    case text([UInt8])
}

extension [ConsoleRoute] {
    /// The first endpoint of a method and path.
    func firstMatch(_ method: String, _ segments: [String]) -> (ConsoleRoute, [String: String])? {
        for route in self where route.method == method {
            if let parameters = route.match(segments) { return (route, parameters) }
        }
        return nil
    }
}
