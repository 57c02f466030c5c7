import AccessPolicies
import Digests
import JSONTree
import ResourceNames

/// Makes and reads the tokens of sessions. A token holds all there is to know of its session, sealed, so that nothing of it need be kept.
package struct SessionTokens: Sendable {
    /// The key that seals them; never shown.
    private let key: [UInt8]

    /// Takes a key that outlives restarts, so that tokens do.
    ///
    /// - Parameter root: What the key is derived from: the store's own.
    package init(root: [UInt8]) { key = Digests.hmacSHA256(key: root, Self.context) }

    /// Credentials of a session.
    func credentials(of session: Session) -> JSON {
        let token = Base64.encode(AESGCM.seal(session.json.bytes, key: key, context: Self.context))
        let (id, secret) = keys(of: token)
        let expiration = Timestamp(milliseconds: session.expiration.milliseconds / 1_000 * 1_000)
        return [
            "AccessKeyId": .string(id), "SecretAccessKey": .string(secret), "SessionToken": .string(token),
            "Expiration": .string(expiration.iso8601.dropLast(5) + "Z"),
        ]
    }

    /// The session a token belongs to; `nil` for a token that was not made here.
    package func session(of token: String) -> Session? {
        guard let sealed = Base64.decode(token), let bytes = AESGCM.open(sealed, key: key, context: Self.context),
            let json = try? JSON.parse(bytes)
        else { return nil }
        return Session(json: json)
    }

    /// Key id and secret that belong to a token: both follow from it and the sealing key.
    package func keys(of token: String) -> (id: String, secret: String) {
        let digest = Digests.hmacSHA256(key: key, token.utf8)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        let id = "ASIA" + String(decoding: digest.prefix(16).map { letters[Int($0 & 31)] }, as: UTF8.self)
        return (id, Base64.encode(Digests.hmacSHA256(key: digest, "secret".utf8).prefix(30)))
    }

    private static let context = Array("sts session".utf8)
}
