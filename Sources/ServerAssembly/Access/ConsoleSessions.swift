import AWSWire
import Digests
import ResourceNames

/// Who is signed in to the console under `--auth sigv4`: a cookie that names an access key and is sealed with a key of the store's.
///
/// The cookie says who; what they may do is looked up with each request, so a key that is deleted is out at once.
struct ConsoleSessions: Sendable {
    /// How long somebody stays signed in.
    private static let life = Duration.seconds(12 * 3_600)
    private static let cookieName = "newel-console"
    private let key: [UInt8]
    private let authenticator: Authenticator

    /// Sessions of those an authenticator knows.
    ///
    /// - Parameter root: The store's own key; what seals cookies is made of it.
    init(root: [UInt8], authenticator: Authenticator) {
        key = Digests.hmacSHA256(key: root, Array("newel console session".utf8))
        self.authenticator = authenticator
    }

    /// The `Set-Cookie` of a session; `nil` when the secret is not the key's.
    func begin(_ accessKeyID: String, _ secret: String) -> String? {
        guard let known = authenticator.secret(ofKey: accessKeyID),
            Digests.areSame(Digests.sha256(Array(known.utf8)), Digests.sha256(Array(secret.utf8)))
        else { return nil }
        let end = (authenticator.clock.now + Self.life).milliseconds
        let value = "\(end).\(Digests.hex(Array(accessKeyID.utf8)))"
        return
            "\(Self.cookieName)=\(value).\(seal(value)); Path=/; HttpOnly; SameSite=Strict; Max-Age=\(Self.life.components.seconds)"
    }

    /// The `Set-Cookie` that ends a session.
    static let end = "\(cookieName)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"

    /// Who is signed in.
    ///
    /// - Throws: When nobody is.
    func sender(of request: WireRequest) throws(ServiceError) -> Sender {
        for cookie in (request.header("cookie") ?? "").split(separator: ";") {
            let parts = cookie.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0] == Self.cookieName, let id = keyID(in: parts[1]) else { continue }
            if let sender = authenticator.sender(ofKey: id) { return sender }
        }
        throw ServiceError("SignInRequired", "Sign in with an access key first.", status: 401)
    }

    private func keyID(in cookie: Substring) -> String? {
        let parts = cookie.split(separator: ".")
        guard parts.count == 3, let end = Int64(parts[0]), end > authenticator.clock.now.milliseconds else {
            return nil
        }
        let right = Array(seal("\(parts[0]).\(parts[1])").utf8)
        guard Digests.areSame(right, Array(parts[2].utf8)) else { return nil }
        return Self.text(ofHex: parts[1])
    }

    private func seal(_ value: String) -> String { Digests.hex(Digests.hmacSHA256(key: key, Array(value.utf8))) }

    private static func text(ofHex hex: Substring) -> String? {
        let digits = hex.utf8.map { $0 < 0x3A ? $0 &- 0x30 : $0 &- 0x57 }
        guard digits.count.isMultiple(of: 2), digits.allSatisfy({ $0 < 16 }) else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
        return String(validating: bytes, as: UTF8.self)
    }
}
