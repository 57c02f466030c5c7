import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// The URLs of functions, and which one a request means.
struct FunctionURLConfigs: Sendable {
    /// Where URLs are kept.
    let catalog: FunctionCatalog
    /// When something is changed.
    let clock: any WallClock
    /// Draws ids.
    let entropy: Entropy

    /// The ARN that a request means: of a function made here, or of one of its aliases.
    func arn(_ input: JSON, in context: RequestContext) throws(ServiceError) -> String {
        let name = try FunctionName(qualified: input, in: context)
        guard let record = catalog.find(name.name, in: name.territory) else { throw .functionNotFound(name.fullARN) }
        guard let qualifier = name.qualifier else { return record.arn }
        guard catalog.alias(qualifier, of: record.arn) != nil else { throw .functionNotFound(name.fullARN) }
        return "\(record.arn):\(qualifier)"
    }

    /// A URL that must exist.
    func get(_ arn: String) throws(ServiceError) -> FunctionURL {
        guard let url = catalog.url(of: arn) else { throw .notFound("The resource you requested does not exist.") }
        return url
    }

    /// Makes a URL.
    func create(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> FunctionURL {
        let arn = try arn(input, in: context)
        return try await catalog.changing { catalog throws(ServiceError) in
            guard catalog.url(of: arn) == nil else {
                throw ServiceError(
                    "ResourceConflictException",
                    "Failed to create function url config for [functionArn = \(arn)]. Error message:  FunctionUrlConfig exists for this "
                        + "Lambda function", status: 409, members: [("Type", "User")])
            }
            var url = FunctionURL(
                id: entropy.uuid().filter { $0 != "-" }, arn: arn,
                authType: input["AuthType"]?.stringValue ?? "AWS_IAM",
                createdAt: clock.now)
            url.cors = Self.cors(input)
            if let mode = input["InvokeMode"]?.stringValue { url.invokeMode = mode }
            try await catalog.put(url)
            return url
        }
    }

    /// Changes what a request says.
    func update(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> FunctionURL {
        let arn = try arn(input, in: context)
        return try await catalog.changing { catalog throws(ServiceError) in
            var url = try get(arn)
            if let type = input["AuthType"]?.stringValue { url.authType = type }
            if let mode = input["InvokeMode"]?.stringValue { url.invokeMode = mode }
            if input["Cors"]?.unlessNull != nil { url.cors = Self.cors(input) }
            url.modifiedAt = clock.now
            try await catalog.put(url)
            return url
        }
    }

    private static func cors(_ input: JSON) -> CORSRules? {
        guard let cors = input["Cors"]?.objectValue, !cors.isEmpty else { return nil }
        return CORSRules(.object(cors))
    }
}
