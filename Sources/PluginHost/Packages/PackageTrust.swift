import Digests
import Platform

/// Whose packages are taken.
///
/// A signature that does not fit the files is refused always; what is unsigned, or signed by somebody unknown, only where signatures are
/// required. Stock plugins beside the executable and linked-in ones are part of the installation and need none.
package struct PackageTrust: Sendable {
    /// Whether packages without the signature of a trusted key are refused.
    package var isRequired: Bool
    /// Trusted keys, and the files they were found in.
    package private(set) var keys: [Ed25519PublicKey: String] = [:]
    /// Where keys were looked for, for people.
    private var place = ""

    /// Takes what is unsigned.
    package init() { isRequired = false }

    /// Reads the trusted keys: a PEM file, or all `*.pem` of a folder. A folder that is not there has none.
    ///
    /// - Throws: for a file without a key.
    package init(keysAt path: String, isRequired: Bool) throws(PackageProblem) {
        self.isRequired = isRequired
        place = path
        guard let stamp = Files.stamp(path) else { return }
        let files =
            stamp.isFolder ? Folder.names(in: path).filter { $0.hasSuffix(".pem") }.map { "\(path)/\($0)" } : [path]
        for file in files {
            let found = Ed25519PublicKey.keys(pem: try Files.read(file, bytesMax: 1 << 20))
            guard !found.isEmpty else {
                throw PackageProblem(
                    .fileSystem, "\(file) holds no public Ed25519 key: 'newel plugin keygen' makes a pair")
            }
            for key in found { keys[key] = String(file.split(separator: "/").last ?? "") }
        }
    }

    /// Requires signatures of these keys.
    init(keys: [Ed25519PublicKey: String], place: String) {
        isRequired = true
        self.keys = keys
        self.place = place
    }

    /// Passes a package that may be loaded.
    ///
    /// - Throws: `badSignature` when it is not what was signed, `unsigned` when nobody trusted has signed it but must have.
    func check(_ files: [(path: String, bytes: [UInt8])]) throws(PackageProblem) {
        guard let signature = try PackageSignature(in: files) else {
            guard isRequired else { return }
            throw PackageProblem(
                .unsigned,
                "it is not signed, and only packages signed by a key in \(place) are taken: 'newel plugin pack --sign KEY.pem' signs one"
            )
        }
        guard signature.covers(files) else {
            throw PackageProblem(
                .badSignature,
                "its signature by \(signature.key.name) does not fit its files: one was changed, added or removed after signing, or the signature is another package's"
            )
        }
        guard !isRequired || keys[signature.key] != nil else {
            throw PackageProblem(
                .unsigned, "it is signed by \(signature.key.name), which is none of the keys in \(place)")
        }
    }

    /// What is to be said of a package's signature, once it has been checked.
    func state(of files: [(path: String, bytes: [UInt8])]) -> String {
        // Its faults were told by the check.
        guard let signature = try? PackageSignature(in: files) else { return "not signed" }
        let trust = keys[signature.key].map { "trusted: \($0)" } ?? "not among the trusted keys"
        return "signed by \(signature.key.name) (\(trust))"
    }
}
