import Digests
import JSONTree
import StorageContract
import Synchronization

/// Signs what is sent to subscribers, with a key of this machine whose certificate is served; the key is made when it is needed first.
///
/// Source: Amazon SNS developer guide, "Verifying the signatures of Amazon SNS messages".
package final class MessageSigner: Sendable {
    private struct State {
        var key: CertifiedKey?
        /// Whether the store has the key.
        var isKept = false
    }

    private static let rowKey = "key"
    private let state: Mutex<State>
    /// Where the certificate is served.
    package let certificatePath: String

    /// Reads the key of an earlier process.
    init(store: any Store) throws(StoreError) {
        certificatePath =
            "/SimpleNotificationService-\(Digests.hex(Digests.sha256(try store.tokenKey).prefix(16))).pem"
        var found = State()
        try store.eachResource(kind: ResourceKind.signer) { key, bytes throws(StoreError) in
            guard let signer = CertifiedKey(pem: bytes) else { throw .damaged(kind: ResourceKind.signer, key: key) }
            found = State(key: signer, isKept: true)
        }
        state = Mutex(found)
    }

    /// The certificate, a PEM file.
    package var certificate: [UInt8] { key.certificate }

    /// What must be stored together with the first message that is signed; empty once that is done.
    var unkept: [PreparedWrite] {
        let bytes = state.withLock { state in state.isKept ? nil : state.key?.pem }
        guard let bytes else { return [] }
        let row = Mutation.putResource(kind: ResourceKind.signer, key: Self.rowKey, bytes: bytes)
        return [
            PreparedWrite(mutations: [row]) { [self] isCommitted in
                if isCommitted { state.withLock { $0.isKept = true } }
            }
        ]
    }

    /// The signature of the members AWS signs, in their order.
    ///
    /// - Parameter version: `1` (SHA-1) or `2` (SHA-256).
    func signature(of members: [(name: String, value: String)], version: String) -> String {
        let text = members.map { "\($0.name)\n\($0.value)\n" }.joined()
        return Base64.encode(key.signature(of: Array(text.utf8), isStrong: version == "2"))
    }

    private var key: CertifiedKey {
        state.withLock { state in
            if let key = state.key { return key }
            let key = CertifiedKey(name: "sns.newel")
            state.key = key
            return key
        }
    }
}
