import AWSWire

/// A key of the owner of the machine, who may do everything.
package struct OwnerKey: Sendable {
    /// Key id and secret.
    package let credentials: AWSCredentials
    /// The account it acts in; `nil`: the server's.
    package let account: String?

    /// Reads the keys of a file in the format of `~/.aws/credentials`: one a profile, with `aws_access_key_id`, `aws_secret_access_key`
    /// and, if it is to act in another account, `aws_account_id`.
    ///
    /// - Throws: `ServerError` for a profile that lacks a part, and for a file without keys.
    package static func read(_ text: String, name: String) throws(ServerError) -> [OwnerKey] {
        var keys: [OwnerKey] = []
        for profile in try ProfileFile(text, name: name).profiles {
            guard let id = profile.values["aws_access_key_id"], let secret = profile.values["aws_secret_access_key"]
            else {
                throw ServerError(
                    "\(name): the profile '\(profile.name)' needs aws_access_key_id and aws_secret_access_key.")
            }
            keys.append(
                OwnerKey(
                    credentials: AWSCredentials(accessKeyID: id, secret: secret),
                    account: profile.values["aws_account_id"]))
        }
        guard !keys.isEmpty else { throw ServerError("\(name) holds no keys: it is to look like ~/.aws/credentials.") }
        return keys
    }
}
