import AccessPolicies

/// Who sent a request.
package struct Sender: Sendable, Equatable {
    /// As policies see it.
    package var caller: Caller
    /// Texts of the policies that a session was begun with: they only take away.
    package var sessionPolicies: [String] = []
    /// On behalf of which resource a service asks; `nil` for others.
    package var sourceARN: String?

    /// States all.
    package init(caller: Caller, sessionPolicies: [String] = [], sourceARN: String? = nil) {
        self.caller = caller
        self.sessionPolicies = sessionPolicies
        self.sourceARN = sourceARN
    }
}
