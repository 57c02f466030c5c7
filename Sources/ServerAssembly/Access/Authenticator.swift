import AWSWire
import AccessPolicies
import IAMService
import ResourceNames
import STSService

/// Finds out who sent a request, and whether it is theirs.
struct Authenticator: Sendable {
    /// Whether signatures are looked at.
    let mode: AuthMode
    /// Who has which key.
    let authority: Authority
    /// Reads the tokens of sessions.
    let tokens: SessionTokens
    /// Decides whether a signature or session is still good.
    let clock: any WallClock
    /// The server's own account.
    let account: String
    /// The owner's keys by id.
    let owners: [String: OwnerKey]

    /// Who sent a request; `nil` for the owner of the machine where signatures are not looked at.
    ///
    /// - Parameter isS3: S3 has codes of its own.
    /// - Throws: AWS's refusal of what is unsigned, wrongly signed, or signed too long ago.
    func sender(
        of request: WireRequest, _ scope: CredentialScope?, isS3: Bool
    ) throws(ServiceError) -> Sender? {
        guard var sender = try found(request, scope, isS3: isS3) else { return nil }
        sender.address = request.peer.isEmpty ? nil : request.peer
        sender.userAgent = request.header("user-agent")
        sender.hasSession = Self.token(of: request) != nil
        return sender
    }

    private func found(
        _ request: WireRequest, _ scope: CredentialScope?, isS3: Bool
    ) throws(ServiceError) -> Sender? {
        guard mode == .off else { return try verified(request, isS3: isS3) }
        guard let scope, scope.account == nil else { return nil }
        if let token = Self.token(of: request), let session = tokens.session(of: token) {
            return try sender(of: session)
        }
        guard !authority.isRetired(key: scope.accessKeyID) else { throw SignatureWords(isS3: isS3).error(.unknownKey) }
        return authority.user(ofKey: scope.accessKeyID).map { Sender(caller: $0) }
    }

    /// The secret of a key of the owner or of a user; `nil` when there is none, or it is switched off.
    func secret(ofKey id: String) -> String? { owners[id]?.credentials.secret ?? authority.secret(ofKey: id) }

    /// Who has a key of that kind.
    func sender(ofKey id: String) -> Sender? {
        if let owner = owners[id] { return Sender(caller: .root(account: owner.account ?? account)) }
        return authority.user(ofKey: id).map { Sender(caller: $0) }
    }

    private func verified(_ request: WireRequest, isS3: Bool) throws(ServiceError) -> Sender {
        let words = SignatureWords(isS3: isS3)
        let found: Found
        do throws(SignatureProblem) {
            guard let signature = try RequestSignature(of: request) else { throw .missing }
            guard let (secret, owner) = key(of: request, signature.accessKeyID) else { throw .unknownKey }
            try signature.check(request, secret: secret, now: clock.now)
            found = owner
        } catch {
            throw words.error(error)
        }
        switch found {
        case .sender(let sender): return sender
        case .session(let session): return try sender(of: session)
        }
    }

    private enum Found {
        case sender(Sender)
        case session(Session)
    }

    private func key(of request: WireRequest, _ id: String) -> (secret: String, Found)? {
        if let token = Self.token(of: request) {
            guard let session = tokens.session(of: token) else { return nil }
            let key = tokens.keys(of: token)
            return key.id == id ? (key.secret, .session(session)) : nil
        }
        if let owner = owners[id] {
            let sender = Sender(caller: .root(account: owner.account ?? account))
            return (owner.credentials.secret, .sender(sender))
        }
        guard let secret = authority.secret(ofKey: id), let user = authority.user(ofKey: id) else { return nil }
        return (secret, .sender(Sender(caller: user)))
    }

    private func sender(of session: Session) throws(ServiceError) -> Sender {
        guard session.expiration > clock.now else {
            throw ServiceError(
                "ExpiredTokenException", "The security token included in the request is expired", status: 403,
                queryCode: "ExpiredToken")
        }
        return Sender(caller: session.caller, sessionPolicies: session.policies)
    }

    private static func token(of request: WireRequest) -> String? {
        request.header("x-amz-security-token")
            ?? request.query.split(separator: "&").first { $0.hasPrefix("X-Amz-Security-Token=") }.flatMap {
                PercentCoding.decode($0.dropFirst("X-Amz-Security-Token=".count).utf8, plusIsSpace: false)
            }
    }
}
