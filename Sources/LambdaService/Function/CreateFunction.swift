import AWSWire
import Digests
import ExecutionEngine
import JSONTree
import PluginHost
import ResourceNames

/// `CreateFunction`: code is a zip with a package, or the name of an installed one (`PackageType: Image`, `Code.ImageUri: plugin://NAME`).
struct CreateFunction: AWSWire.Operation {
    static let name = "CreateFunction"
    let catalog: FunctionCatalog
    let host: PluginHost
    let publishing: FunctionPublishing
    let objects: FunctionObject
    let deadLetters: DeadLetterCheck
    let clock: any WallClock
    let entropy: Entropy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        guard let text = input["FunctionName"]?.stringValue else { throw .required("functionName") }
        let name = try FunctionName(requested: text, in: context.territory)
        guard name.name.utf8.count <= FunctionName.createdCountMax else {
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '\(name.name)' at 'functionName' failed to satisfy constraint: "
                    + "Member must have length less than or equal to \(FunctionName.createdCountMax)")
        }
        guard name.territory == context.territory else {
            throw ServiceError(
                "AccessDeniedException",
                "User is not authorized to create a function in another account or region: \(text)", status: 403)
        }
        guard let role = input["Role"]?.stringValue else { throw .required("role") }
        try Self.check(role: role, account: context.territory.account)
        let code = try await FunctionCode(host: host, objects: objects).read(
            input["Code"] ?? .null, runtime: input["Runtime"]?.stringValue, in: context)
        var record = FunctionRecord(
            territory: context.territory, name: name.name, code: code, handler: input["Handler"]?.stringValue ?? "",
            roleARN: role,
            revisionID: entropy.uuid(), lastModified: clock.now)
        try record.configure(input)
        if let target = record.deadLetterARN { try await deadLetters.check(target, for: record, in: context) }
        var tags = TagList([])
        try tags.set(input["Tags"], in: context)
        record.tags = tags.pairs
        if catalog.find(record.name, in: record.territory) != nil { throw .functionExists(record.name) }
        try await catalog.insert(record)
        record = record.showingBuild(of: host)
        // Observed on AWS: the answer names the version, and the function without it.
        if input["Publish"]?.boolValue == true {
            record = try await publishing.publish(record, description: nil).record
        }
        return OperationOutput(record.configuration, status: 201)
    }

    static func check(role: String, account: String) throws(ServiceError) {
        guard let arn = ARN(role), arn.service == "iam", arn.resource.hasPrefix("role/") else {
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '\(role)' at 'role' failed to satisfy constraint: "
                    + "Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+"
            )
        }
        guard arn.account == account else {
            throw ServiceError("AccessDeniedException", "Cross-account pass role is not allowed.", status: 403)
        }
    }
}

/// Reads where a request says a function's code is.
struct FunctionCode {
    let host: PluginHost
    /// Reads code from buckets.
    let objects: FunctionObject

    /// - Parameters:
    ///   - json: `Code` of CreateFunction, or the input of UpdateFunctionCode.
    ///   - old: What it takes the place of, which must be of the same kind.
    /// - Throws: `InvalidParameterValueException` that says what is wrong with the package, or which installed one is missing.
    func read(
        _ json: JSON, runtime: String?, replacing old: FunctionRecord.Code? = nil, in context: RequestContext
    ) async throws(ServiceError) -> FunctionRecord.Code {
        try Self.check(json, replacing: old)
        if let uri = json["ImageUri"]?.stringValue {
            guard uri.hasPrefix("plugin://") else {
                throw .invalidParameter(
                    "Newel runs shared libraries, not container images: give Code.ImageUri as plugin://NAME with the name of an installed package. Got: \(uri)"
                )
            }
            guard host.installedFunction(String(uri.dropFirst("plugin://".count))) != nil else {
                throw .invalidParameter(
                    "Source image \(uri) does not exist. 'newel plugin list' shows what is installed.")
            }
            return .installed(uri: uri)
        }
        if json["SourceKMSKeyArn"]?.unlessNull != nil {
            throw .invalidParameter("SourceKMSKeyArn is not supported here: packages are kept as they were uploaded.")
        }
        let zip = try await zip(json, in: context)
        do throws(PackageProblem) {
            let installed = try host.installPackage(zip, runtime: runtime)
            return .package(sha256: installed.sha256, byteCount: zip.count)
        } catch {
            if let refusal = Self.signatureRefusal(error) { throw refusal }
            throw .invalidParameter("Could not use the uploaded package: \(error.message)")
        }
    }

    /// Observed on AWS: the words.
    static func check(_ json: JSON, replacing old: FunctionRecord.Code?) throws(ServiceError) {
        func isGiven(_ member: String) -> Bool { json[member]?.unlessNull != nil }
        let isImage = isGiven("ImageUri")
        switch old {
        case .installed? where !isImage:
            throw .invalidParameter("Please provide ImageUri when updating a function with packageType Image.")
        case .package? where isImage:
            throw .invalidParameter("Please don't provide ImageUri when updating a function with packageType Zip.")
        default: break
        }
        guard !isGiven("ZipFile") || !["S3Bucket", "S3Key", "S3ObjectVersion", "ImageUri"].contains(where: isGiven)
        else {
            throw .invalidParameter("Please do not provide other FunctionCode parameters when providing a ZipFile.")
        }
        guard isGiven("S3Bucket") == isGiven("S3Key") else {
            throw .invalidParameter("S3 Bucket and Key are required for uploading with S3 parameters.")
        }
    }

    private func zip(_ json: JSON, in context: RequestContext) async throws(ServiceError) -> [UInt8] {
        if let bucket = json["S3Bucket"]?.stringValue, let key = json["S3Key"]?.stringValue {
            return try await objects.read(bucket, key, version: json["S3ObjectVersion"]?.stringValue, in: context)
        }
        guard let encoded = json["ZipFile"]?.stringValue else {
            throw .invalidParameter(
                "Please provide a source for function code: ZipFile with a package, S3Bucket and S3Key, or ImageUri plugin://NAME."
            )
        }
        guard let zip = Base64.decode(encoded) else {
            throw .invalidParameter("Could not unzip uploaded file. ZipFile is not base64.")
        }
        return zip
    }

    /// What Lambda says under a code signing configuration that is enforced.
    private static func signatureRefusal(_ problem: PackageProblem) -> ServiceError? {
        let (code, verdict): (String, String)
        switch problem.code {
        case .unsigned:
            (code, verdict) = ("CodeVerificationFailedException", "failed one or more of the validation checks")
        case .badSignature: (code, verdict) = ("InvalidCodeSignatureException", "failed the integrity check")
        default: return nil
        }
        return ServiceError(
            code, "The code signature \(verdict): \(problem.message)", status: 400, members: [("Type", "User")])
    }
}

extension JSON {
    /// Refuses a request whose `RevisionId` is not the one there is now.
    func checkRevision(_ revisionID: String) throws(ServiceError) {
        if let asked = self["RevisionId"]?.stringValue, asked != revisionID { throw .staleRevision }
    }
}

extension FunctionRecord {
    /// The same with the build that is served now, if it runs an installed plugin.
    func showingBuild(of host: PluginHost) -> FunctionRecord {
        guard case .installed(let uri) = code, pin == nil else { return self }
        var record = self
        record.build = host.installedFunction(String(uri.dropFirst("plugin://".count)))?.buildID
        return record
    }

    /// The digest of its code as AWS shows it: base64 of an upload, hex of an image.
    var codeSHA256: String? {
        switch code {
        case .package(let sha256, _): Digests.base64(ofHex: sha256)
        case .installed: pin?.sha256 ?? build
        }
    }

    /// The package in the content store that it refers to.
    var package: String? {
        if case .package(let sha256, _) = code { sha256 } else { pin?.sha256 }
    }

    /// The ARN with the qualifier it was asked for by.
    var qualifiedARN: String { qualifier.map { "\(arn):\($0)" } ?? arn }

    /// The same under a version's or an alias's ARN.
    func qualified(by qualifier: String?) -> FunctionRecord {
        var record = self
        record.qualifier = qualifier
        return record
    }

    /// Refuses a request that was made for another state of the function.
    func checkRevision(_ input: JSON) throws(ServiceError) { try input.checkRevision(revisionID) }

    /// What the host runs.
    var definition: FunctionDefinition {
        var definition = FunctionDefinition(
            arn: arn, name: name, version: version,
            code: {
                switch (code, pin) {
                case (.package(let sha256, _), _): .package(sha256: sha256)
                case (.installed, let pin?): .package(sha256: pin.sha256)
                case (.installed(let uri), nil): .installed(String(uri.dropFirst("plugin://".count)))
                }
            }(), handler: pin?.handler ?? handler, timeoutSeconds: timeoutSeconds, memoryMB: memoryMB,
            environment: Dictionary(environment.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }), roleARN: roleARN,
            reservedConcurrency: reservedConcurrency)
        definition.runtime = runtime
        definition.logGroup = givenLogGroup
        return definition
    }
}

extension Digests {
    /// A digest given in hex, in base64.
    static func base64(ofHex text: String) -> String {
        let digits = text.utf8.map { UInt8($0 < 0x40 ? $0 &- 0x30 : ($0 | 0x20) &- 0x57) }
        return Base64.encode(stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }
}
