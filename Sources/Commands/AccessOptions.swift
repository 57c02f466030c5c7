import ArgumentParser
import Glibc
import ServerAssembly

/// Who may do what.
struct AccessOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Policies: auto, enforce or off.",
            discussion:
                "'auto' obeys those of users and roles that exist here; 'enforce' also refuses a role that does not exist; 'off' obeys none."
        )) var iam = IAMMode.auto
    @Option(
        help: ArgumentHelp(
            "Signatures of requests: off or sigv4.",
            discussion:
                "'sigv4' lets in only what is signed by a key of --credentials, of an IAM user, or of a session."))
    var auth = AuthMode.off
    @Option(
        help: ArgumentHelp(
            "Your own keys, which may do everything: a file like ~/.aws/credentials.", valueName: "file"))
    var credentials: String?

    func validate() throws {
        guard auth == .sigv4 || credentials == nil else {
            throw ValidationError("--credentials is for --auth sigv4: without it nobody looks at keys.")
        }
    }

    /// What clients need of keys to get in, as variables of a shell.
    var clientKeys: String {
        guard auth == .sigv4 else { return "AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test" }
        guard let credentials, let path = realpath(credentials, nil) else {
            return "AWS_PROFILE=<a profile with the key of a user here>"
        }
        defer { free(path) }
        let file = "AWS_SHARED_CREDENTIALS_FILE='\(String(cString: path))'"
        // It was read when the server was configured.
        guard let content = try? FileContent.read(credentials),
            let profiles = try? ProfileFile(String(decoding: content, as: UTF8.self), name: credentials).profiles,
            let first = profiles.first?.name, !profiles.contains(where: { $0.name == "default" })
        else { return file }
        return "\(file) AWS_PROFILE='\(first)'"
    }

    /// Reads the file and puts all into a configuration.
    func apply(to configuration: inout ServerConfiguration) throws {
        configuration.iam = iam
        configuration.auth = auth
        guard let credentials else { return }
        let text = String(decoding: try FileContent.read(credentials), as: UTF8.self)
        do throws(ServerError) { configuration.owners = try OwnerKey.read(text, name: credentials) } catch {
            throw CommandFailure(error.description, exitCode: 2)
        }
    }
}

extension IAMMode: ExpressibleByArgument {}
extension AuthMode: ExpressibleByArgument {}
