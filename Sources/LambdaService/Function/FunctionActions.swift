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
        if record.reservedConcurrency != nil { output["Concurrency"] = record.concurrency }
        if !record.tags.isEmpty { output["Tags"] = TagList(record.tags).json }
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

/// `ListFunctions`: those made by CreateFunction and dropped-in ones no made one hides, by name; their versions too, if asked.
struct ListFunctions: AWSWire.Operation {
    static let name = "ListFunctions"
    let functions: FunctionLookup
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var all = functions.all(in: context.territory)
        if input["FunctionVersion"]?.stringValue == "ALL" {
            all = all.flatMap { latest in
                [latest.qualified(by: "$LATEST")]
                    + functions.catalog.versions(of: latest.arn).map { $0.record.qualified(by: "\($0.number)") }
            }
        }
        return OperationOutput(
            try ListPage(all, input, list: Self.name, pages, position: \.listPosition).output("Functions") {
                $0.configuration
            })
    }
}

/// `DeleteFunction`: a function with its versions and aliases, or one version.
struct DeleteFunction: AWSWire.Operation {
    static let name = "DeleteFunction"
    let catalog: FunctionCatalog
    let host: PluginHost

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try FunctionName(qualified: input, in: context)
        try await catalog.changing { catalog throws(ServiceError) in
            guard let record = catalog.find(name.name, in: name.territory) else {
                throw .functionNotFound(name.fullARN)
            }
            guard let qualifier = name.qualifier else { return try await catalog.delete(record) }
            try await delete(qualifier, of: record, in: catalog)
        }
        host.collectPackages()
        return OperationOutput(status: 204)
    }

    private func delete(
        _ qualifier: String, of record: FunctionRecord, in catalog: FunctionCatalog
    ) async throws(ServiceError) {
        guard qualifier != "$LATEST" else {
            throw .invalidParameter("$LATEST version cannot be deleted without deleting the function.")
        }
        guard let number = FunctionVersion.number(qualifier) else {
            throw .invalidParameter("Deletion of aliases is not currently supported.")
        }
        guard catalog.version(number, of: record.arn) != nil else { throw .functionNotFound("\(record.arn):\(number)") }
        let users = catalog.aliases(of: record.arn).filter { $0.versions.contains(qualifier) }.map(\.name)
        guard users.isEmpty else {
            throw ServiceError(
                "ResourceConflictException",
                "Unable to delete version because the following aliases reference it: [\(users.joined(separator: ", "))]",
                status: 409, members: [("Type", "User")])
        }
        try await catalog.deleteVersion(number, of: record.arn)
    }
}

/// `UpdateFunctionCode`: calls that begin afterwards run the new code.
struct UpdateFunctionCode: AWSWire.Operation {
    static let name = "UpdateFunctionCode"
    let catalog: FunctionCatalog
    let host: PluginHost
    let publishing: FunctionPublishing
    let objects: FunctionObject
    let clock: any WallClock
    let entropy: Entropy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try FunctionName(unqualified: input, in: context)
        let now = try catalog.get(name)
        // A stack's function becomes a package and ceases to be one as its template is mapped: that is said outside the template.
        let code = try await FunctionCode(host: host, objects: objects).read(
            input, runtime: now.runtime, replacing: context.maySetReservedTags ? nil : now.code, in: context)
        let isTrial = input["DryRun"]?.boolValue == true
        let record = try await catalog.changing { catalog throws(ServiceError) in
            var record = try catalog.get(name)
            try record.checkRevision(input)
            record.code = code
            try record.setArchitectures(input)
            (record.revisionID, record.lastModified) = (entropy.uuid(), clock.now)
            if !isTrial { try await catalog.replace(record) }
            return record.showingBuild(of: host)
        }
        if !isTrial, input["Publish"]?.boolValue == true {
            let version = try await publishing.publish(record, description: nil)
            return OperationOutput(version.record.qualified(by: "\(version.number)").configuration)
        }
        host.collectPackages()
        return OperationOutput(record.configuration)
    }
}

/// `UpdateFunctionConfiguration`.
struct UpdateFunctionConfiguration: AWSWire.Operation {
    static let name = "UpdateFunctionConfiguration"
    let catalog: FunctionCatalog
    let host: PluginHost
    let deadLetters: DeadLetterCheck
    let clock: any WallClock
    let entropy: Entropy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try FunctionName(unqualified: input, in: context)
        let record = try await catalog.changing { catalog throws(ServiceError) in
            var record = try catalog.get(name)
            try record.checkRevision(input)
            if let role = input["Role"]?.stringValue {
                try CreateFunction.check(role: role, account: context.territory.account)
                record.roleARN = role
            }
            try record.configure(input)
            if input["DeadLetterConfig"] != nil, let target = record.deadLetterARN {
                try await deadLetters.check(target, for: record, in: context)
            }
            (record.revisionID, record.lastModified) = (entropy.uuid(), clock.now)
            try await catalog.replace(record)
            return record
        }
        return OperationOutput(record.showingBuild(of: host).configuration)
    }
}

/// Functions as readers see them: made ones, and dropped-in ones under their name in any account and region.
struct FunctionLookup: Sendable {
    let catalog: FunctionCatalog
    let host: PluginHost
    let startedAt: Timestamp

    /// A function, or the version that the qualifier in a request leads to.
    func get(_ input: JSON, in context: RequestContext) throws(ServiceError) -> FunctionRecord {
        let name = try FunctionName(qualified: input, in: context)
        if let record = catalog.find(name.name, name.qualifier, in: name.territory) {
            return record.showingBuild(of: host).qualified(by: name.qualifier)
        }
        if name.qualifier == nil || name.qualifier == "$LATEST", host.installedFunction(name.name) != nil {
            return droppedIn(name.name, in: name.territory).qualified(by: name.qualifier)
        }
        throw .functionNotFound(name.fullARN)
    }

    func all(in territory: Territory) -> [FunctionRecord] {
        let made = catalog.all(in: territory).map { $0.showingBuild(of: host) }
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
            revisionID: "00000000-0000-0000-0000-000000000000", lastModified: startedAt
        ).showingBuild(of: host)
    }
}
