import AWSWire
import AccessPolicies
import JSONTree

/// The stored form of who asked: an operation goes on in their name after a restart.
enum SenderText {
    /// As it is stored.
    static func json(_ sender: Sender) -> JSON {
        var json: JSONObject
        switch sender.caller {
        case .root(let account): json = ["root": .string(account)]
        case .user(let arn): json = ["user": .string(arn)]
        case .roleSession(let role, let session): json = ["role": .string(role), "session": .string(session)]
        case .service(let name): json = ["service": .string(name)]
        case .anonymous: json = ["anonymous": true]
        }
        json["policies"] = .array(sender.sessionPolicies.map { .string($0) })
        json["source"] = sender.sourceARN.map { .string($0) }
        return .object(json)
    }

    /// Reads it; what cannot be read is a stranger, never the owner.
    static func sender(_ json: JSON) -> Sender {
        let caller: Caller =
            if let account = json["root"]?.stringValue {
                .root(account: account)
            } else if let arn = json["user"]?.stringValue {
                .user(arn: arn)
            } else if let role = json["role"]?.stringValue, let session = json["session"]?.stringValue {
                .roleSession(role: role, session: session)
            } else if let name = json["service"]?.stringValue {
                .service(name)
            } else {
                .anonymous
            }
        return Sender(
            caller: caller, sessionPolicies: (json["policies"]?.arrayValue ?? []).compactMap(\.stringValue),
            sourceARN: json["source"]?.stringValue)
    }
}
