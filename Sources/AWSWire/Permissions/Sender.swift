import AccessPolicies

/// Who sent a request.
package struct Sender: Sendable, Equatable {
    /// As policies see it.
    package var caller: Caller
    /// Texts of the policies that a session was begun with: they only take away.
    package var sessionPolicies: [String] = []
    /// On behalf of which resource a service asks; `nil` for others.
    package var sourceARN: String?
    /// The account of that resource, where its ARN names none; else `nil`.
    package var sourceAccount: String?
    /// The address the request came from; `nil` for what a service sends by itself.
    package var address: String?
    /// What the client says that it is.
    package var userAgent: String?
    /// Whether the key that signed is one of a session.
    package var hasSession = false

    /// States who, and for whom.
    package init(caller: Caller, sessionPolicies: [String] = [], sourceARN: String? = nil, sourceAccount: String? = nil)
    {
        self.caller = caller
        self.sessionPolicies = sessionPolicies
        self.sourceARN = sourceARN
        self.sourceAccount = sourceAccount
    }
}
