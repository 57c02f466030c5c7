import ArgumentParser
import PluginHost
import ServerAssembly

/// Whose packages a command takes.
struct TrustOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Take only packages that a trusted key has signed.",
            discussion:
                "Stock plugins beside the executable need no signature. A bare library cannot be signed: pack it."))
    var requireSigned = false
    @Option(
        help: ArgumentHelp(
            "Public Ed25519 keys: a PEM file, or a folder of *.pem. Default: trusted-keys in the data folder.",
            valueName: "path"))
    var trustedKeys: String?

    /// Reads the keys.
    ///
    /// - Parameter data: The data folder, where keys are looked for unless the user says otherwise.
    func trust(data: String) throws -> PackageTrust {
        let place = trustedKeys ?? "\(data)/\(DataFolder.trustedKeysName)"
        let trust: PackageTrust
        do throws(PackageProblem) { trust = try PackageTrust(keysAt: place, isRequired: requireSigned) } catch {
            throw CommandFailure(error.message, exitCode: 2)
        }
        guard !trust.keys.isEmpty || !requireSigned && trustedKeys == nil else {
            throw CommandFailure(
                "There is no key in \(place), so that no package could be trusted. Put public keys there (NAME.pub.pem of 'newel plugin keygen'), or name another place with --trusted-keys.",
                exitCode: 2)
        }
        return trust
    }
}
