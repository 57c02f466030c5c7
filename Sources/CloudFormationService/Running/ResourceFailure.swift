import AWSWire

/// Why a resource is not as it should be.
struct ResourceFailure: Error, Sendable {
    /// As its event says it.
    let reason: String

    /// Words as they are.
    init(_ reason: String) { self.reason = reason }

    /// A refusal of its service. Observed on AWS: the words, who said them, and a code of the few that handlers have.
    init(_ error: ServiceError, of type: String, request: String) {
        guard error.code != ServiceError.ownWords else {
            reason = error.message
            return
        }
        let service = type.split(separator: ":", omittingEmptySubsequences: true).dropFirst().first ?? ""
        reason =
            "Resource handler returned message: \"\(error.message) (Service: \(service), Status Code: \(error.status), Request ID: \(request))\" (RequestToken: \(request), HandlerErrorCode: \(Self.code(error)))"
    }

    private static func code(_ error: ServiceError) -> String {
        if error.isAbsence { return "NotFound" }
        if error.isPresence { return "AlreadyExists" }
        if error.code.contains("AccessDenied") || error.code.contains("Authorization") { return "AccessDenied" }
        if error.code.contains("Limit") { return "ServiceLimitExceeded" }
        if error.code.contains("Throttl") { return "Throttling" }
        return error.status >= 500 ? "ServiceInternalError" : "InvalidRequest"
    }
}
