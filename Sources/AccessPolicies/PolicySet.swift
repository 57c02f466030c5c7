/// All policies that have a say in a request.
///
/// Source: IAM user guide, "Policy evaluation logic" for requests within an account and across accounts.
package struct PolicySet: Sendable {
    /// The caller's own: inline and managed ones, of its groups too.
    package var identity: [PolicyDocument]
    /// The most the caller's own policies can give; `nil` without one.
    package var boundary: PolicyDocument?
    /// The most a session's can give; empty without session policies.
    package var session: [PolicyDocument]
    /// The resource's own; `nil` without one.
    package var resource: PolicyDocument?
    /// Nobody gets at the resource whom its own policy does not mean, in whatever account: a role has a trust policy. Where it means an account, or a role
    /// that a session is of, the caller's own policies must agree.
    package var needsResource = false

    /// Policies of both sides.
    package init(
        identity: [PolicyDocument] = [], boundary: PolicyDocument? = nil, session: [PolicyDocument] = [],
        resource: PolicyDocument? = nil
    ) {
        self.identity = identity
        self.boundary = boundary
        self.session = session
        self.resource = resource
    }

    /// Decides: a statement that forbids beats all that allow; without one that allows it is forbidden.
    package func decide(_ request: AccessRequest) -> AccessDecision {
        if let source = denial(of: request) { return .denied(.init(isExplicit: true, source: source)) }
        let granted = resourceGrant(request)
        guard let account = request.caller.account else {
            return granted == .exact ? .allowed : .denied(.init(isExplicit: false, source: .resource))
        }
        let isSameAccount = account == request.resourceAccount
        if case .root = request.caller {
            return isSameAccount || granted > .none ? .allowed : .denied(.init(isExplicit: false, source: .resource))
        }
        // A resource that names the caller itself needs nobody else's consent inside an account.
        if isSameAccount, granted == .exact { return .allowed }
        if needsResource, granted == .none { return .denied(.init(isExplicit: false, source: .resource)) }
        if let source = missingConsent(to: request, isNamed: isSameAccount && granted == .role) {
            return .denied(.init(isExplicit: false, source: source))
        }
        return isSameAccount || granted > .none ? .allowed : .denied(.init(isExplicit: false, source: .resource))
    }

    /// Whose policy forbids the request.
    private func denial(of request: AccessRequest) -> AccessDecision.PolicySource? {
        func forbids(_ policy: PolicyDocument) -> Bool {
            policy.statements.contains { statement in
                !statement.allows && statement.applies(to: request)
                    && statement.principals.map { $0.fit(request.caller) > .none } ?? true
            }
        }
        if let resource, forbids(resource) { return .resource }
        if identity.contains(where: forbids) { return .identity }
        if let boundary, forbids(boundary) { return .boundary }
        return session.contains(where: forbids) ? .session : nil
    }

    /// How closely the resource's own policy means the caller when it allows the request.
    private func resourceGrant(_ request: AccessRequest) -> PrincipalElement.Fit {
        let fits = resource?.statements.compactMap { statement -> PrincipalElement.Fit? in
            guard statement.allows, let principals = statement.principals else { return nil }
            let fit = principals.fit(request.caller)
            return fit > .none && statement.applies(to: request) ? fit : nil
        }
        return fits?.max() ?? .none
    }

    /// Whose policy on the caller's side should allow the request and does not.
    ///
    /// - Parameter isNamed: The resource allows the caller's role, so that its own policies need not.
    private func missingConsent(to request: AccessRequest, isNamed: Bool) -> AccessDecision.PolicySource? {
        func allows(_ policy: PolicyDocument) -> Bool {
            policy.statements.contains { $0.allows && $0.applies(to: request) }
        }
        if !isNamed, !identity.contains(where: allows) { return .identity }
        if let boundary, !allows(boundary) { return .boundary }
        return session.isEmpty || session.contains(where: allows) ? nil : .session
    }
}
