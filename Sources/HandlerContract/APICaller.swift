import JSONTree
import ResourceNames

/// How a plugin's `api_call` reaches an action: `ServerAssembly` implements it over the one dispatcher.
package protocol APICaller: Sendable {
    /// Runs an action as the caller's role.
    ///
    /// - Parameters:
    ///   - input: The action's input as JSON; may carry `"$region"`.
    ///   - preparing: Work out the write and hand it back instead of doing it, where the action can.
    func call(
        service: String, action: String, input: JSON, as caller: APICallerIdentity, preparing: Bool
    ) async -> APICallOutcome
}

/// On whose behalf an `api_call` runs.
package struct APICallerIdentity: Sendable {
    package var territory: Territory
    package var roleARN: String?
    /// What the role's session is called: the function's name; empty for an integration.
    package var sessionName: String = ""
    /// The invocation's idempotency key plus `#` and the call's ordinal; empty when there is none.
    package var idempotencyKey: String = ""
    package var depth: Int = 0
    /// Who waits for the end of what the call starts; else empty.
    package var awaitedBy: String = ""
    /// The trace the call belongs to; else empty.
    package var traceHeader: String = ""
    /// A caller in an account and region, with its role if it has one.
    package init(territory: Territory, roleARN: String?, sessionName: String = "") {
        self.territory = territory
        self.roleARN = roleARN
        self.sessionName = sessionName
    }
}

/// What an `api_call` came to.
package enum APICallOutcome: Sendable {
    /// The action's output, the writes still to be committed when it was asked to prepare, and what the SDK would tell about the reply.
    case success(JSON, effects: [any PreparedEffect], metadata: APICallMetadata)
    /// The action's AWS error.
    case failure(code: String, message: String, status: Int, requestID: String)
}

/// Facts of the reply that integrations show as `SdkHttpMetadata` and `SdkResponseMetadata`.
package struct APICallMetadata: Sendable {
    package var requestID: String
    package var status: Int
    /// Reply headers, in order.
    package var headers: [(name: String, value: String)]
    package init(requestID: String, status: Int, headers: [(name: String, value: String)]) {
        self.requestID = requestID
        self.status = status
        self.headers = headers
    }
}
