import Digests
import JSONTree

/// A request that began something and may be sent again: known by its `ClientRequestToken`.
struct StackRequest: Sendable, Equatable {
    /// The caller's.
    let token: String
    /// `CreateStack`.
    let action: String
    /// Of all that was asked for.
    let digest: String

    /// A request; `nil` for one without a token.
    init?(_ input: JSON, of action: String) {
        guard let token = input["ClientRequestToken"]?.stringValue else { return nil }
        (self.token, self.action) = (token, action)
        digest = Digests.hex(Digests.sha256(input.bytes))
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let token = json["token"]?.stringValue, let action = json["action"]?.stringValue,
            let digest = json["digest"]?.stringValue
        else { return nil }
        (self.token, self.action, self.digest) = (token, action, digest)
    }

    /// The stored form.
    var json: JSON { ["token": .string(token), "action": .string(action), "digest": .string(digest)] }
}
