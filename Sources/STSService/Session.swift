import AccessPolicies
import JSONTree
import ResourceNames

/// What a session's credentials stand for.
package struct Session: Sendable {
    /// A role's session, or the user or root that asked for temporary credentials.
    package let caller: Caller
    /// After this the credentials are refused.
    package let expiration: Timestamp
    /// Policies that the session was begun with: they only take away.
    package let policies: [String]

    /// A session until an instant.
    init(caller: Caller, expiration: Timestamp, policies: [String] = []) {
        self.caller = caller
        self.expiration = expiration
        self.policies = policies
    }

    /// Reads the sealed form; `nil` when it is none.
    init?(json: JSON) {
        guard let until = json["until"]?.integerValue else { return nil }
        if let role = json["role"]?.stringValue, let session = json["session"]?.stringValue {
            caller = .roleSession(role: role, session: session)
        } else if let user = json["user"]?.stringValue {
            caller = .user(arn: user)
        } else if let root = json["root"]?.stringValue {
            caller = .root(account: root)
        } else {
            return nil
        }
        expiration = Timestamp(milliseconds: until)
        policies = json["policies"]?.arrayValue?.compactMap(\.stringValue) ?? []
    }

    /// The sealed form.
    var json: JSON {
        var json: JSONObject = [
            "until": .integer(expiration.milliseconds), "policies": .array(policies.map { .string($0) }),
        ]
        switch caller {
        case .roleSession(let role, let session): (json["role"], json["session"]) = (.string(role), .string(session))
        case .user(let arn): json["user"] = .string(arn)
        case .root(let account): json["root"] = .string(account)
        case .service, .anonymous: break
        }
        return .object(json)
    }
}
