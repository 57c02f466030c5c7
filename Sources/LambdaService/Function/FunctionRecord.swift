import JSONTree
import ResourceNames
import StorageContract

/// A function made by CreateFunction.
struct FunctionRecord: StoredResource {
    /// Where a function's code is.
    enum Code: Sendable, Equatable {
        /// An uploaded package, by the sha256 (hex) of its zip in the content store.
        case package(sha256: String, byteCount: Int)
        /// An installed package: `plugin://NAME` or `plugin://NAME/HANDLER`.
        case installed(uri: String)
    }

    let territory: Territory
    let name: String
    var code: Code
    /// The handler's name inside the package; empty for the only one, or the one named like the function.
    var handler: String
    var runtime: String?
    var roleARN: String
    var description: String
    var timeoutSeconds: Int
    var memoryMB: Int
    /// Calls at once; `nil` when none are reserved.
    var reservedConcurrency: Int?
    /// In the order in which they were given.
    var environment: [(key: String, value: String)]
    var tags: [(key: String, value: String)]
    var revisionID: String
    var lastModified: Timestamp
    /// The queue or topic for asynchronous invocations that failed; `nil` for none.
    var deadLetterARN: String?
    /// `PassThrough` or `Active`.
    var tracingMode = "PassThrough"
    /// `x86_64` or `arm64`, as it was asked for; a library runs where it can be loaded.
    var architecture = "x86_64"
    /// Size of `/tmp` as it was asked for, in MB: 512 to 10,240.
    var ephemeralMB = 512
    /// `Auto` or `FunctionUpdate`, as it was asked for; the machine's runtimes change when the machine's owner changes them.
    var runtimeUpdates = "Auto"
    /// Where its lines go, as it was asked for; `nil`: to the group of its own name.
    var givenLogGroup: String?
    /// `Terminate` or `Allow`.
    var recursiveLoop = "Terminate"
    /// How many versions have been published.
    var published = 0
    /// `$LATEST`, or the number of the version this is.
    var version = "$LATEST"
    /// Of a version of an installed plugin: the build it stays with.
    var pin: PinnedBuild?
    /// The version or alias it was asked for by, which its ARN shows; not stored.
    var qualifier: String?
    /// Of an installed plugin that is not a version: the build that is served now, if that was looked up; not stored.
    var build: String?

    static let kind = "function"
    var key: String { arn }

    /// `arn:aws:lambda:REGION:ACCOUNT:function:NAME`.
    var arn: String { Self.arn(name, in: territory) }

    /// Where its lines go.
    var logGroup: String { givenLogGroup ?? "/aws/lambda/\(name)" }

    static func arn(_ name: String, in territory: Territory) -> String {
        "arn:aws:lambda:\(territory.region):\(territory.account):function:\(name)"
    }

    /// Where it stands in lists: by name, then by version. No name holds a blank, and every character of one comes after it.
    var listPosition: String {
        let number = Int(version).map { "\($0)" } ?? "0"
        return "\(name) \(String(repeating: "0", count: max(0, 19 - number.utf8.count)))\(number)"
    }

    /// The stored form.
    var json: JSON {
        let codeJSON: JSON =
            switch code {
            case .package(let sha256, let byteCount): ["sha256": .string(sha256), "bytes": .integer(Int64(byteCount))]
            case .installed(let uri): ["uri": .string(uri)]
            }
        return [
            "account": .string(territory.account), "region": .string(territory.region), "name": .string(name),
            "code": codeJSON,
            "handler": .string(handler), "runtime": runtime.map { .string($0) } ?? .null, "role": .string(roleARN),
            "description": .string(description), "timeout": .integer(Int64(timeoutSeconds)),
            "memory": .integer(Int64(memoryMB)),
            "reserved": reservedConcurrency.map { .integer(Int64($0)) } ?? .null,
            "environment": .object(JSONObject(environment.map { ($0.key, .string($0.value)) })),
            "tags": TagList(tags).json, "revision": .string(revisionID),
            "modified": .integer(lastModified.milliseconds), "published": .integer(Int64(published)),
            "deadLetters": deadLetterARN.map { .string($0) } ?? .null, "tracing": .string(tracingMode),
            "recursion": .string(recursiveLoop), "architecture": .string(architecture),
            "runtimeUpdates": .string(runtimeUpdates), "ephemeral": .integer(Int64(ephemeralMB)),
            "logGroup": givenLogGroup.map { .string($0) } ?? .null,
        ]
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let region = json["region"]?.stringValue,
            let name = json["name"]?.stringValue,
            let code = json["code"], let handler = json["handler"]?.stringValue, let role = json["role"]?.stringValue,
            let timeout = json["timeout"]?.integerValue, let memory = json["memory"]?.integerValue,
            let revision = json["revision"]?.stringValue,
            let modified = json["modified"]?.integerValue
        else { return nil }
        territory = Territory(account: account, region: region)
        self.name = name
        if let uri = code["uri"]?.stringValue {
            self.code = .installed(uri: uri)
        } else if let sha256 = code["sha256"]?.stringValue {
            self.code = .package(sha256: sha256, byteCount: Int(code["bytes"]?.integerValue ?? 0))
        } else {
            return nil
        }
        self.handler = handler
        runtime = json["runtime"]?.stringValue
        roleARN = role
        description = json["description"]?.stringValue ?? ""
        timeoutSeconds = Int(timeout)
        memoryMB = Int(memory)
        reservedConcurrency = json["reserved"]?.integerValue.map(Int.init)
        environment = TextMap.pairs(json["environment"])
        tags = TextMap.pairs(json["tags"])
        revisionID = revision
        lastModified = Timestamp(milliseconds: modified)
        published = Int(json["published"]?.integerValue ?? 0)
        deadLetterARN = json["deadLetters"]?.stringValue
        tracingMode = json["tracing"]?.stringValue ?? "PassThrough"
        recursiveLoop = json["recursion"]?.stringValue ?? "Terminate"
        architecture = json["architecture"]?.stringValue ?? "x86_64"
        ephemeralMB = Int(json["ephemeral"]?.integerValue ?? 512)
        givenLogGroup = json["logGroup"]?.stringValue
        runtimeUpdates = json["runtimeUpdates"]?.stringValue ?? "Auto"
    }

    init(
        territory: Territory, name: String, code: Code, handler: String, roleARN: String, revisionID: String,
        lastModified: Timestamp
    ) {
        self.territory = territory
        self.name = name
        self.code = code
        self.handler = handler
        self.roleARN = roleARN
        self.revisionID = revisionID
        self.lastModified = lastModified
        description = ""
        timeoutSeconds = 3
        memoryMB = 128
        environment = []
        tags = []
    }

    /// FunctionConfiguration as GetFunctionConfiguration shows it.
    var configuration: JSON {
        var json = JSONObject([("FunctionName", .string(name)), ("FunctionArn", .string(qualifiedARN))])
        if let runtime { json["Runtime"] = .string(runtime) }
        json["Role"] = .string(roleARN)
        if !handler.isEmpty { json["Handler"] = .string(handler) }
        switch code {
        case .package(_, let byteCount):
            json["CodeSize"] = .integer(Int64(byteCount))
            json["PackageType"] = "Zip"
        case .installed:
            json["CodeSize"] = 0
            json["PackageType"] = "Image"
        }
        if let codeSHA256 { json["CodeSha256"] = .string(codeSHA256) }
        json["Description"] = .string(description)
        json["Timeout"] = .integer(Int64(timeoutSeconds))
        json["MemorySize"] = .integer(Int64(memoryMB))
        json["LastModified"] = .string(lastModified.iso8601.replacingSuffix("Z", with: "+0000"))
        json["Version"] = .string(version)
        if !environment.isEmpty {
            json["Environment"] = ["Variables": .object(JSONObject(environment.map { ($0.key, .string($0.value)) }))]
        }
        if let deadLetterARN { json["DeadLetterConfig"] = ["TargetArn": .string(deadLetterARN)] }
        json["TracingConfig"] = ["Mode": .string(tracingMode)]
        json["RevisionId"] = .string(revisionID)
        json["State"] = "Active"
        json["LastUpdateStatus"] = "Successful"
        json["Architectures"] = [.string(architecture)]
        json["EphemeralStorage"] = ["Size": .integer(Int64(ephemeralMB))]
        json["SnapStart"] = ["ApplyOn": "None", "OptimizationStatus": "Off"]
        json["LoggingConfig"] = ["LogFormat": "Text", "LogGroup": .string(logGroup)]
        return .object(json)
    }
}

/// String maps of requests: `Environment.Variables`, `Tags`.
enum TextMap {
    static func pairs(_ json: JSON?) -> [(key: String, value: String)] {
        json?.objectValue?.compactMap { entry in entry.value.stringValue.map { (entry.key, $0) } } ?? []
    }
}

extension String {
    func replacingSuffix(_ suffix: String, with other: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + other : self
    }
}
