import AWSWire
import ExecutionEngine
import JSONTree
import PluginHost
import PluginRuntime
import ResourceNames

/// `GetFunction`.
struct GetFunction: AWSWire.Operation {
    static let name = "GetFunction"
    let functions: FunctionLookup

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let record = try functions.get(input, in: context)
        var location: JSON = ["RepositoryType": "S3", "Location": ""]
        if case .installed(let uri) = record.code {
            location = ["RepositoryType": "ECR", "ImageUri": .string(uri), "ResolvedImageUri": .string(uri)]
        }
        var output = JSONObject([("Configuration", record.configuration), ("Code", location)])
        if !record.tags.isEmpty {
            output["Tags"] = .object(JSONObject(record.tags.map { ($0.key, .string($0.value)) }))
        }
        return OperationOutput(.object(output))
    }
}

/// `GetFunctionConfiguration`.
struct GetFunctionConfiguration: AWSWire.Operation {
    static let name = "GetFunctionConfiguration"
    let functions: FunctionLookup

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(try functions.get(input, in: context).configuration)
    }
}

/// `ListFunctions`: those made by CreateFunction, then dropped-in ones no made one hides, all by name.
struct ListFunctions: AWSWire.Operation {
    static let name = "ListFunctions"
    let functions: FunctionLookup

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let all = functions.all(in: context.territory)
        let marker = input["Marker"]?.stringValue
        let rest = all.drop { record in marker.map { record.name <= $0 } ?? false }
        let page = rest.prefix(min(50, max(1, Int(input["MaxItems"]?.integerValue ?? 50))))
        var output = JSONObject([("Functions", .array(page.map(\.configuration)))])
        if page.count < rest.count, let last = page.last { output["NextMarker"] = .string(last.name) }
        return OperationOutput(.object(output))
    }
}

/// `DeleteFunction`.
struct DeleteFunction: AWSWire.Operation {
    static let name = "DeleteFunction"
    let catalog: FunctionCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try FunctionName(requested: input["FunctionName"]?.stringValue ?? "", in: context.territory)
        try await catalog.delete(try catalog.get(name))
        return OperationOutput(status: 204)
    }
}

/// `UpdateFunctionCode`: calls that begin afterwards run the new code.
struct UpdateFunctionCode: AWSWire.Operation {
    static let name = "UpdateFunctionCode"
    let catalog: FunctionCatalog
    let host: PluginHost
    let clock: any WallClock
    let entropy: Entropy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var record = try catalog.get(
            try FunctionName(requested: input["FunctionName"]?.stringValue ?? "", in: context.territory))
        record.code = try FunctionCode(host: host).read(input, packageType: nil, runtime: record.runtime)
        (record.revisionID, record.lastModified) = (entropy.uuid(), clock.now)
        if input["DryRun"]?.boolValue != true { try await catalog.replace(record) }
        return OperationOutput(record.configuration)
    }
}

/// `UpdateFunctionConfiguration`.
struct UpdateFunctionConfiguration: AWSWire.Operation {
    static let name = "UpdateFunctionConfiguration"
    let catalog: FunctionCatalog
    let clock: any WallClock
    let entropy: Entropy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var record = try catalog.get(
            try FunctionName(requested: input["FunctionName"]?.stringValue ?? "", in: context.territory))
        if let role = input["Role"]?.stringValue {
            try CreateFunction.check(role: role, account: context.territory.account)
            record.roleARN = role
        }
        try record.configure(input)
        (record.revisionID, record.lastModified) = (entropy.uuid(), clock.now)
        try await catalog.replace(record)
        return OperationOutput(record.configuration)
    }
}

/// Functions as readers see them: made ones, and dropped-in ones under their name in any account and region.
struct FunctionLookup: Sendable {
    let catalog: FunctionCatalog
    let host: PluginHost
    let startedAt: Timestamp

    func get(_ input: JSON, in context: RequestContext) throws(ServiceError) -> FunctionRecord {
        let name = try FunctionName(requested: input["FunctionName"]?.stringValue ?? "", in: context.territory)
        if let record = catalog.find(name.name, in: name.territory),
            name.qualifier == nil || name.qualifier == "$LATEST"
        {
            return record
        }
        if name.qualifier == nil || name.qualifier == "$LATEST", host.installedFunction(name.name) != nil {
            return droppedIn(name.name, in: name.territory)
        }
        throw .functionNotFound(name.fullARN)
    }

    func all(in territory: Territory) -> [FunctionRecord] {
        let made = catalog.all(in: territory)
        let names = Set(made.map(\.name))
        let dropped = host.installed().filter { $0.kind == .function && !names.contains($0.name) }.map {
            droppedIn($0.name, in: territory)
        }
        return (made + dropped).sorted { $0.name < $1.name }
    }

    private func droppedIn(_ name: String, in territory: Territory) -> FunctionRecord {
        FunctionRecord(
            territory: territory, name: name, code: .installed(uri: "plugin://\(name)"), handler: "",
            roleARN: "arn:aws:iam::\(territory.account):role/newel-plugin",
            revisionID: "00000000-0000-0000-0000-000000000000", lastModified: startedAt)
    }
}
