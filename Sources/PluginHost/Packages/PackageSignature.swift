import Digests
import JSONTree

/// `plugin.sig`: who vouches for a package. It covers the names and contents of all other files.
///
///     {"signatureVersion": 1, "algorithm": "Ed25519", "publicKey": BASE64, "signature": BASE64}
///
/// What is signed is a text: the line `newel-package-signature 1`, then a line `SHA256  PATH` for each file, sorted by the bytes of
/// the path; each line ends with a line feed. `sha256sum` writes such lines, and `openssl pkeyutl -verify -rawin` checks them.
struct PackageSignature {
    /// The name of the signature in a package.
    static let fileName = "plugin.sig"
    /// The key that goes with the one that signed.
    let key: Ed25519PublicKey
    private let signature: [UInt8]

    /// Signs files.
    init(of files: [(path: String, bytes: [UInt8])], by key: Ed25519PrivateKey) {
        self.key = key.publicKey
        signature = key.signature(of: Self.statement(of: files))
    }

    /// The signature among the files of a package; `nil` when there is none.
    ///
    /// - Throws: `badSignature` when it cannot be read.
    init?(in files: [(path: String, bytes: [UInt8])]) throws(PackageProblem) {
        guard let file = files.first(where: { $0.path == Self.fileName }) else { return nil }
        guard let tree = try? JSON.parse(file.bytes), tree["signatureVersion"]?.integerValue == 1,  // told below
            tree["algorithm"]?.stringValue == "Ed25519",
            let key = tree["publicKey"]?.stringValue.flatMap({ Base64.decode($0) }).flatMap(Ed25519PublicKey.init),
            let signature = tree["signature"]?.stringValue.flatMap({ Base64.decode($0) })
        else { throw PackageProblem(.badSignature, "\(Self.fileName) is no signature this version can read") }
        self.key = key
        self.signature = signature
    }

    /// Whether the files are those that were signed.
    func covers(_ files: [(path: String, bytes: [UInt8])]) -> Bool {
        key.hasSigned(Self.statement(of: files), as: signature)
    }

    /// The file that is added to the package.
    var file: (path: String, bytes: [UInt8]) {
        let tree: JSON = [
            "signatureVersion": 1, "algorithm": "Ed25519", "publicKey": .string(Base64.encode(key.bytes)),
            "signature": .string(Base64.encode(signature)),
        ]
        return (Self.fileName, tree.bytes)
    }

    private static func statement(of files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
        let lines = files.filter { $0.path != fileName }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            .map { "\(Digests.hex(Digests.sha256($0.bytes)))  \($0.path)\n" }
        return Array(("newel-package-signature 1\n" + lines.joined()).utf8)
    }
}
