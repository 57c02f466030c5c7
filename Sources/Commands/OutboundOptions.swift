import ArgumentParser
import Glibc
import OutboundHTTP
import ServerAssembly

/// What commands that run executions must know of servers elsewhere.
struct OutboundOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A JSON file of the connections that HTTP tasks name.",
            discussion: "An array; each element is what 'aws events create-connection --cli-input-json' takes.",
            valueName: "file")) var connections: String?

    @Option(
        help: ArgumentHelp(
            "Calls actions of a service at another endpoint, signed; may be given more than once.",
            discussion: """
                dynamodb=http://127.0.0.1:8000, or @FILE: a JSON object with a member for each service, {"dynamodb": {"Endpoint": …}}, and in it if need be \
                Region, AccessKeyId, SecretAccessKey, SessionToken, Protocol, TargetPrefix, SigningName, Title, MemberNames, Replace. Region and \
                credentials come from AWS_REGION, AWS_ACCESS_KEY_ID and their kin unless they are given.
                """,
            valueName: "service=url")) var forward: [String] = []

    /// Reads the files and puts what they say into a configuration.
    func apply(to configuration: inout ServerConfiguration) throws {
        let reader = ForwardReader(environment: Self.variable)
        do throws(ServerError) {
            for argument in forward where !argument.hasPrefix("@") {
                configuration.forwards.append(try reader.service(argument))
            }
        } catch {
            throw CommandFailure(error.description, exitCode: 2)
        }
        for argument in forward where argument.hasPrefix("@") {
            let path = String(argument.dropFirst())
            let text = try FileContent.read(path)
            do throws(ServerError) { configuration.forwards += try reader.services(text, file: path) } catch {
                throw CommandFailure(error.description, exitCode: 2)
            }
        }
        guard let path = connections else { return }
        let text = try FileContent.read(path)
        do throws(ConnectionFileError) {
            configuration.connections.append(try ConnectionFile(text, environment: Self.variable))
        } catch {
            throw CommandFailure("\(path): \(error)", exitCode: 2)
        }
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
