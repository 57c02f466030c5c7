import ResourceNames

/// Who asks, as policies see it.
package enum Caller: Sendable, Equatable {
    /// The root of an account: everything of its own is allowed.
    case root(account: String)
    /// A user: `arn:aws:iam::123456789012:user/alice`.
    case user(arn: String)
    /// A session of a role.
    ///
    /// - role: `arn:aws:iam::123456789012:role/path/Name`.
    /// - session: `arn:aws:sts::123456789012:assumed-role/Name/session`.
    case roleSession(role: String, session: String)
    /// An AWS service by itself: `sns.amazonaws.com`.
    case service(String)
    /// Nobody known.
    case anonymous

    /// The account that answers for the caller; `nil` for services and strangers.
    package var account: String? {
        switch self {
        case .root(let account): account
        case .user(let arn), .roleSession(let arn, _): ARN(arn)?.account
        case .service, .anonymous: nil
        }
    }

    /// What `aws:PrincipalArn` and the words of a refusal say; a role's session is named as such in words, as its role in conditions.
    package var name: String {
        switch self {
        case .root(let account): "arn:aws:iam::\(account):root"
        case .user(let arn): arn
        case .roleSession(_, let session): session
        case .service(let name): name
        case .anonymous: "anonymous"
        }
    }

    /// The names under which an `AWS` principal element may mean exactly this caller.
    var names: [String] {
        switch self {
        case .root(let account): ["arn:aws:iam::\(account):root", account]
        case .user(let arn): [arn]
        case .roleSession(let role, let session): [role, session]
        case .service, .anonymous: []
        }
    }

    /// A session of a role by its ARN; `nil` when that is none.
    ///
    /// - Parameter session: What the session is called; `newel` when it is empty.
    package static func session(of role: String, named session: String) -> Caller? {
        guard let arn = ARN(role), arn.service == "iam", let name = arn.resource.split(separator: "/").last else {
            return nil
        }
        let own = session.isEmpty ? "newel" : session
        return .roleSession(role: role, session: "arn:\(arn.partition):sts::\(arn.account):assumed-role/\(name)/\(own)")
    }
}
