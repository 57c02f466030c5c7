import AccessPolicies

/// Who sent a request.
package struct Sender: Sendable, Equatable {
    /// As policies see it.
    package var caller: Caller
    /// Texts of the policies that a session was begun with: they only take away.
    package var sessionPolicies: [String] = []

    /// States both.
    package init(caller: Caller, sessionPolicies: [String] = []) {
        self.caller = caller
        self.sessionPolicies = sessionPolicies
    }
}
