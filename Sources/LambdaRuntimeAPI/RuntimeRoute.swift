/// What a runtime may ask of the Runtime API.
///
/// Source: Lambda developer guide, "Using the Lambda runtime API for custom runtimes".
package enum RuntimeRoute: Sendable, Equatable {
    /// `GET /2018-06-01/runtime/invocation/next`
    case next
    /// `POST /2018-06-01/runtime/invocation/ID/response`
    case response(requestID: String)
    /// `POST /2018-06-01/runtime/invocation/ID/error`
    case error(requestID: String)
    /// `POST /2018-06-01/runtime/init/error`
    case initError
    /// `GET /2018-06-01/ping`
    case ping
    /// There is such a path, but not with this method.
    case wrongMethod
    /// There is no such path.
    case unknown

    /// Reads a request line; what follows a `?` does not count.
    package init(method: String, target: String) {
        let path = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        guard parts.first == "2018-06-01" else {
            self = .unknown
            return
        }
        let (wanted, route): (String, RuntimeRoute) =
            switch Array(parts.dropFirst()) {
            case ["ping"]: ("GET", .ping)
            case ["runtime", "invocation", "next"]: ("GET", .next)
            case ["runtime", "init", "error"]: ("POST", .initError)
            case let rest where rest.count == 4 && rest[0] == "runtime" && rest[1] == "invocation":
                switch rest[3] {
                case "response": ("POST", .response(requestID: rest[2]))
                case "error": ("POST", .error(requestID: rest[2]))
                default: ("", .unknown)
                }
            default: ("", .unknown)
            }
        self = route == .unknown || wanted == method ? route : .wrongMethod
    }
}
