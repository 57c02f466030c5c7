import AWSWire
import JSONTree

/// Reads to which endpoints calls are forwarded: `dynamodb=http://127.0.0.1:8000`, or a file with more about each service.
package struct ForwardReader {
    private static let members: Set<String> = [
        "AccessKeyId", "Endpoint", "MemberNames", "Protocol", "Region", "Replace", "SecretAccessKey", "SessionToken",
        "SigningName", "TargetPrefix", "Title",
    ]

    private let environment: (String) -> String?

    /// - Parameter environment: Where region and credentials come from unless they are given: the usual variables of AWS clients.
    package init(environment: @escaping (String) -> String?) { self.environment = environment }

    /// `SERVICE=URL`.
    package func service(_ argument: String) throws(ServerError) -> ForwardedService {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { throw ServerError("--forward takes SERVICE=URL or @FILE, got '\(argument)'.") }
        return try service(String(parts[0]), ["Endpoint": .string(String(parts[1]))], place: "--forward \(parts[0])")
    }

    /// A JSON object: names of services, and what is known of each.
    ///
    /// - Parameter file: The file's name, for problems.
    package func services(_ text: [UInt8], file: String) throws(ServerError) -> [ForwardedService] {
        let tree: JSON
        do { tree = try JSON.parse(text) } catch { throw ServerError("\(file): \(error.message)") }
        guard let entries = tree.objectValue else {
            throw ServerError("\(file): must be an object with a member for each service.")
        }
        var services: [ForwardedService] = []
        for (name, value) in entries {
            guard let members = value.objectValue else { throw ServerError("\(file): \(name) must be an object.") }
            services.append(try service(name, members, place: "\(file): \(name)"))
        }
        return services
    }

    private func service(_ name: String, _ given: JSONObject, place: String) throws(ServerError) -> ForwardedService {
        if let unknown = given.keys.first(where: { !Self.members.contains($0) }) {
            let known = Self.members.sorted().joined(separator: ", ")
            throw ServerError("\(place).\(unknown): is no member that is known; known are \(known).")
        }
        func text(_ member: String) throws(ServerError) -> String? {
            guard let value = given[member]?.unlessNull else { return nil }
            guard let text = value.stringValue, !text.isEmpty else {
                throw ServerError("\(place).\(member): must be a text.")
            }
            return text
        }
        let known = KnownServiceTable.find(name)
        let endpoint = try text("Endpoint") ?? ""
        guard ["http://", "https://"].contains(where: { endpoint.hasPrefix($0) && endpoint.count > $0.count }) else {
            throw ServerError("\(place): the endpoint must be a URL that begins with http:// or https://.")
        }
        guard let version = try version(try text("Protocol"), known, place: place),
            let targetPrefix = try text("TargetPrefix") ?? known?.targetPrefix
        else {
            throw ServerError(
                "\(place): what '\(name)' speaks is not known here. If it is JSON, say so in a file, --forward @FILE: "
                    + "\"Protocol\" (json-1.0 or json-1.1) and \"TargetPrefix\". Services that speak query, REST or CBOR cannot be forwarded."
            )
        }
        let names = try text("MemberNames")
        guard names == nil || names == "small" || names == "capital" else {
            throw ServerError("\(place).MemberNames: must be small or capital.")
        }
        let replace = given["Replace"] ?? false
        guard let replaces = replace.boolValue else { throw ServerError("\(place).Replace: must be true or false.") }
        let own = (
            key: try text("AccessKeyId"), secret: try text("SecretAccessKey"), token: try text("SessionToken")
        )
        guard (own.key == nil) == (own.secret == nil), own.key != nil || own.token == nil else {
            throw ServerError("\(place): AccessKeyId and SecretAccessKey go together, a SessionToken with both.")
        }
        let api = known?.name ?? name
        return ForwardedService(
            resource: known?.resource ?? name, name: api,
            title: try text("Title") ?? known?.title ?? name.prefix(1).uppercased() + name.dropFirst(),
            signingName: try text("SigningName") ?? api,
            hasSmallNames: names.map { $0 == "small" } ?? known?.hasSmallNames ?? false,
            wire: JSONClientProtocol(version: version, targetPrefix: targetPrefix), endpoint: endpoint,
            region: try text("Region") ?? environment("AWS_REGION") ?? environment("AWS_DEFAULT_REGION"),
            credentials: credentials(own.key, own.secret, own.token),
            replaces: replaces)
    }

    /// Those given, else those of the environment, else any: emulators take all.
    private func credentials(_ key: String?, _ secret: String?, _ token: String?) -> AWSCredentials {
        if let key, let secret { return AWSCredentials(accessKeyID: key, secret: secret, sessionToken: token) }
        guard let key = environment("AWS_ACCESS_KEY_ID"), let secret = environment("AWS_SECRET_ACCESS_KEY") else {
            return AWSCredentials(accessKeyID: "test", secret: "test")
        }
        return AWSCredentials(accessKeyID: key, secret: secret, sessionToken: environment("AWS_SESSION_TOKEN"))
    }

    private func version(_ given: String?, _ known: KnownService?, place: String) throws(ServerError) -> String? {
        switch given {
        case nil: return known?.version
        case "json-1.0": return "1.0"
        case "json-1.1": return "1.1"
        default: throw ServerError("\(place).Protocol: must be json-1.0 or json-1.1.")
        }
    }
}
