import Digests
import JSONTree
import ResourceNames
import StorageContract

/// How requests to an endpoint are authorised: a type and its parameters, secrets included.
package struct Connection: StoredResource {
    package static let kind = "events.connection"
    /// `arn:aws:events:us-east-1:000000000000:connection/NAME/UUID`.
    package let arn: String
    /// Unique in an account and region.
    package let name: String
    /// When it was made.
    package let createdAt: Timestamp
    /// When it was changed last.
    package var modifiedAt: Timestamp
    /// `BASIC`, `API_KEY` or `OAUTH_CLIENT_CREDENTIALS`.
    package var authorizationType: String
    /// `AuthParameters` as given, secrets included; members as in the API.
    package var authParameters: JSON
    /// What is only shown again: description, key.
    var settings = JSONObject()

    /// A new connection.
    init(arn: String, name: String, createdAt: Timestamp, authorizationType: String, authParameters: JSON) {
        (self.arn, self.name, self.createdAt, modifiedAt) = (arn, name, createdAt, createdAt)
        (self.authorizationType, self.authParameters) = (authorizationType, authParameters)
    }

    package init?(json: JSON) {
        guard let arn = json["arn"]?.stringValue, let name = json["name"]?.stringValue,
            let created = json["created"]?.integerValue, let modified = json["modified"]?.integerValue,
            let type = json["type"]?.stringValue, let parameters = json["parameters"]
        else { return nil }
        self.init(
            arn: arn, name: name, createdAt: Timestamp(milliseconds: created), authorizationType: type,
            authParameters: parameters)
        modifiedAt = Timestamp(milliseconds: modified)
        settings = json["settings"]?.objectValue ?? JSONObject()
    }

    package var key: String {
        Self.key(of: name, in: ARN(arn).map { Territory(account: $0.account, region: $0.region) })
    }

    package var json: JSON {
        [
            "arn": .string(arn), "name": .string(name), "created": .integer(createdAt.milliseconds),
            "modified": .integer(modifiedAt.milliseconds), "type": .string(authorizationType),
            "parameters": authParameters, "settings": .object(settings),
        ]
    }

    /// The key of a row.
    static func key(of name: String, in territory: Territory?) -> String {
        "\(territory?.account ?? ""):\(territory?.region ?? ""):\(name)"
    }

    /// As lists show it, and what the changing actions answer; `state` is what becomes of it.
    func summary(state: String = "AUTHORIZED") -> JSONObject {
        [
            "ConnectionArn": .string(arn), "ConnectionState": .string(state), "CreationTime": createdAt.seconds,
            "LastModifiedTime": modifiedAt.seconds, "LastAuthorizedTime": modifiedAt.seconds,
        ]
    }

    /// The secret that AWS keeps for a connection, which roles of HTTP tasks must be allowed to read; `nil` for what is no connection's ARN.
    ///
    /// Secrets are no service here: the credentials lie with the connection. AWS draws the six letters at the end; here they follow from the connection.
    package static func secretARN(of connection: String) -> String? {
        guard let arn = ARN(connection), arn.service == "events", arn.resource.hasPrefix("connection/") else {
            return nil
        }
        let letters = Digests.hex(Digests.sha256(connection.utf8)).prefix(6)
        return ARN(
            service: "secretsmanager", region: arn.region, account: arn.account,
            resource: "secret:events!\(arn.resource)-\(letters)"
        ).text
    }

    /// The parameters without their secrets.
    var shownParameters: JSON {
        var shown = JSONObject()
        if let basic = authParameters["BasicAuthParameters"] {
            shown["BasicAuthParameters"] = .object(["Username": basic["Username"] ?? ""])
        }
        if let key = authParameters["ApiKeyAuthParameters"] {
            shown["ApiKeyAuthParameters"] = .object(["ApiKeyName": key["ApiKeyName"] ?? ""])
        }
        if let client = authParameters["OAuthParameters"], var members = client.objectValue {
            members["ClientParameters"] = .object(["ClientID": client["ClientParameters"]?["ClientID"] ?? ""])
            members["OAuthHttpParameters"] = client["OAuthHttpParameters"].map(Self.withoutSecrets)
            shown["OAuthParameters"] = .object(members)
        }
        if let further = authParameters["InvocationHttpParameters"] {
            shown["InvocationHttpParameters"] = Self.withoutSecrets(further)
        }
        return .object(shown)
    }

    private static func withoutSecrets(_ parameters: JSON) -> JSON {
        guard let groups = parameters.objectValue else { return parameters }
        return .object(
            JSONObject(
                groups.map { name, list in
                    let shown = (list.arrayValue ?? []).map { parameter -> JSON in
                        guard var members = parameter.objectValue else { return parameter }
                        let isSecret = members["IsValueSecret"]?.boolValue ?? true
                        members["IsValueSecret"] = .bool(isSecret)
                        if isSecret { members["Value"] = nil }
                        return .object(members)
                    }
                    return (name, .array(shown))
                }))
    }
}
