import JSONTree
import ResourceNames
import StorageContract

/// The URL of a function or alias.
struct FunctionURL: StoredResource {
    /// The first label of its host: 32 letters and digits.
    let id: String
    /// The function's ARN, with the alias if it is one's.
    let arn: String
    /// `NONE` or `AWS_IAM`.
    var authType: String
    /// `BUFFERED`, or `RESPONSE_STREAM`: what the function writes goes out as it is written.
    var invokeMode = "BUFFERED"
    /// What browsers of other origins may do; `nil` for nothing.
    var cors: CORSRules?
    let createdAt: Timestamp
    var modifiedAt: Timestamp

    static let kind = "functionURL"
    var key: String { id }
    var json: JSON {
        [
            "id": .string(id), "arn": .string(arn), "auth": .string(authType), "cors": cors?.shape ?? .null,
            "mode": .string(invokeMode),
            "created": .integer(createdAt.milliseconds), "modified": .integer(modifiedAt.milliseconds),
        ]
    }

    /// A URL that was not there before.
    init(id: String, arn: String, authType: String, createdAt: Timestamp) {
        (self.id, self.arn, self.authType) = (id, arn, authType)
        (self.createdAt, modifiedAt) = (createdAt, createdAt)
    }

    init?(json: JSON) {
        guard let id = json["id"]?.stringValue, let arn = json["arn"]?.stringValue,
            let auth = json["auth"]?.stringValue, let created = json["created"]?.integerValue,
            let modified = json["modified"]?.integerValue
        else { return nil }
        self.init(id: id, arn: arn, authType: auth, createdAt: Timestamp(milliseconds: created))
        invokeMode = json["mode"]?.stringValue ?? "BUFFERED"
        cors = json["cors"]?.unlessNull.map(CORSRules.init)
        modifiedAt = Timestamp(milliseconds: modified)
    }

    /// The host, without a port.
    var host: String { "\(id).lambda-url.\(FunctionName(arn)?.territory.region ?? "us-east-1").localhost" }

    /// As answers show it.
    ///
    /// - Parameter endpoint: Where this server is reached; the port is taken from it.
    func configuration(at endpoint: String) -> JSON {
        let port = endpoint.split(separator: ":").last.flatMap { Int($0) }
        var json = JSONObject([
            ("FunctionUrl", .string("http://\(host)\(port.map { ":\($0)" } ?? "")/")), ("FunctionArn", .string(arn)),
            ("AuthType", .string(authType)),
        ])
        json["Cors"] = cors?.shape
        json["CreationTime"] = .string(createdAt.iso8601)
        json["LastModifiedTime"] = .string(modifiedAt.iso8601)
        json["InvokeMode"] = .string(invokeMode)
        return .object(json)
    }
}
