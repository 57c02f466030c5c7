import AWSWire
import Digests
import JSONTree

/// `AWS::Lambda::Function`.
struct FunctionResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Lambda::Function",
        "FunctionName! PackageType! Code* Architectures CodeSigningConfigArn DeadLetterConfig Description Environment EphemeralStorage FileSystemConfigs Handler ImageConfig KmsKeyArn Layers LoggingConfig MemorySize RecursiveLoop ReservedConcurrentExecutions Role* Runtime RuntimeManagementConfig SnapStart Tags Timeout TracingConfig VpcConfig",
        attributes: ["Arn", "SnapStartResponse.ApplyOn", "SnapStartResponse.OptimizationStatus"],
        naming: .init(property: "FunctionName", lengthMax: 64))

    /// What the configuration is when nothing is said of it.
    private static let defaults: [String: JSON] = [
        "Description": "", "Timeout": 3, "MemorySize": 128, "Environment": ["Variables": [:]],
        "DeadLetterConfig": ["TargetArn": ""], "Layers": [], "EphemeralStorage": ["Size": 512],
        "TracingConfig": ["Mode": "PassThrough"],
    ]
    /// What is no part of the configuration.
    private static let others = [
        "Code", "Tags", "FunctionName", "PackageType", "ReservedConcurrentExecutions", "RecursiveLoop",
        "RuntimeManagementConfig", "CodeSigningConfigArn", "Architectures",
    ]

    func isTaken(_ work: ResourceWork) async throws(ServiceError) -> Bool {
        // Functions that were dropped in show themselves under every name's ARN; only one that was made stands in the way.
        do throws(ServiceError) {
            let found = try await work.call("lambda", "GetFunction", ["FunctionName": .string(work.name)])
            return found["Configuration"]?["Role"]?.stringValue?.hasSuffix(":role/newel-plugin") != true
        } catch {
            guard error.isAbsence else { throw error }
            return false
        }
    }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        let code = try await FunctionCode.of(work)
        var input = work.without("Code", "ReservedConcurrentExecutions", "RecursiveLoop", "RuntimeManagementConfig")
        input["FunctionName"] = .string(work.name)
        input["Code"] = code.input
        if code.isPackage {
            input["PackageType"] = "Image"
            (input["Runtime"], input["Handler"]) = (nil, nil)
        }
        input["Tags"] = work.tagMap
        do throws(ServiceError) { _ = try await work.make("lambda", "CreateFunction", input) } catch {
            throw FunctionCode.advised(error, work, code)
        }
        work.physicalID = work.name
        work.attributes = ["Arn": .string(work.arn("lambda", "function:\(work.name)"))]
        if let count = work.properties["ReservedConcurrentExecutions"] {
            try await work.call(
                "lambda", "PutFunctionConcurrency",
                ["FunctionName": .string(work.name), "ReservedConcurrentExecutions": count])
        }
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        let name = JSON.string(work.physicalID ?? "")
        let code = try await FunctionCode.of(work)
        if work.changes("Code") || code.isPackage {
            var input = code.input.objectValue ?? [:]
            input["FunctionName"] = name
            do throws(ServiceError) { try await work.call("lambda", "UpdateFunctionCode", input) } catch {
                throw FunctionCode.advised(error, work, code)
            }
        }
        var changed = JSONObject()
        for key in Set(work.properties.keys).union(work.before.keys).subtracting(Self.others).sorted()
        where work.properties[key] != work.before[key] {
            if code.isPackage, key == "Runtime" || key == "Handler" { continue }
            changed[key] = work.properties[key] ?? Self.defaults[key]
        }
        if !changed.isEmpty {
            changed["FunctionName"] = name
            try await work.call("lambda", "UpdateFunctionConfiguration", changed)
        }
        try await updateConcurrency(work, name)
        try await retag(work)
    }

    private func updateConcurrency(_ work: ResourceWork, _ name: JSON) async throws(ServiceError) {
        guard work.changes("ReservedConcurrentExecutions") else { return }
        if let count = work.properties["ReservedConcurrentExecutions"] {
            try await work.call(
                "lambda", "PutFunctionConcurrency", ["FunctionName": name, "ReservedConcurrentExecutions": count])
        } else {
            try await work.call("lambda", "DeleteFunctionConcurrency", ["FunctionName": name])
        }
    }

    private func retag(_ work: ResourceWork) async throws(ServiceError) {
        let arn = work.attributes["Arn"] ?? ""
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            try await work.call(
                "lambda", "UntagResource", ["Resource": arn, "TagKeys": .array(removed.map { .string($0) })])
        }
        if !set.isEmpty {
            let tags = JSON.object(JSONObject(set.map { ($0.key, .string($0.value)) }))
            try await work.call("lambda", "TagResource", ["Resource": arn, "Tags": tags])
        }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "DeleteFunction", ["FunctionName": .string(work.physicalID ?? "")])
    }
}
