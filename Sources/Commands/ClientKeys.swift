import AWSWire
import Glibc
import ServerAssembly

/// The keys a command signs with: those an AWS client would find in the environment or in its files.
///
/// Source: AWS CLI user guide, "Configuration and credential file settings", "Environment variables".
enum ClientKeys {
    /// What to do when a server wants a signature.
    static let advice =
        "Requests are signed with the keys of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, else of the profile AWS_PROFILE in ~/.aws/credentials."

    /// Finds them: in the variables, else in the profile.
    ///
    /// - Returns: `nil` when there are none.
    /// - Throws: `CommandFailure` for a file that is no such file, and for a profile that is named and not there.
    static func found() throws -> AWSCredentials? {
        if let id = variable("AWS_ACCESS_KEY_ID"), let secret = variable("AWS_SECRET_ACCESS_KEY") {
            return AWSCredentials(accessKeyID: id, secret: secret, sessionToken: variable("AWS_SESSION_TOKEN"))
        }
        let named = variable("AWS_PROFILE")
        let (profile, home) = (named ?? "default", variable("HOME") ?? "")
        let places = [
            (variable("AWS_SHARED_CREDENTIALS_FILE") ?? "\(home)/.aws/credentials", profile),
            (variable("AWS_CONFIG_FILE") ?? "\(home)/.aws/config", named.map { "profile \($0)" } ?? profile),
        ]
        var isThere = false
        for (path, section) in places where access(path, F_OK) == 0 {
            for found in try file(path).profiles where found.name == section {
                isThere = true
                if let id = found.values["aws_access_key_id"], let secret = found.values["aws_secret_access_key"] {
                    return AWSCredentials(
                        accessKeyID: id, secret: secret, sessionToken: found.values["aws_session_token"])
                }
            }
        }
        guard let named else { return nil }
        throw CommandFailure(
            "The profile \(named) of AWS_PROFILE \(isThere ? "has no keys" : "is not there"): looked in "
                + places.map(\.0).joined(separator: " and ") + ".", exitCode: 2)
    }

    /// What a variable of the environment says; an empty one says nothing.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
        return value
    }

    private static func file(_ path: String) throws -> ProfileFile {
        let text = String(decoding: try FileContent.read(path), as: UTF8.self)
        do throws(ServerError) { return try ProfileFile(text, name: path) } catch {
            throw CommandFailure(error.description, exitCode: 2)
        }
    }
}
