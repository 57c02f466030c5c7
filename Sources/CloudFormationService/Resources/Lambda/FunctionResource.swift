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
        "TracingConfig": ["Mode": "PassThrough"], "SnapStart": ["ApplyOn": "None"],
        "VpcConfig": ["SubnetIds": [], "SecurityGroupIds": []], "FileSystemConfigs": [], "ImageConfig": [:],
        "LoggingConfig": ["LogFormat": "Text"], "KmsKeyArn": "",
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
        try Self.checkRuntimeUpdates(work)
        let code = try await FunctionCode.of(work)
        var input = work.without("Code", "ReservedConcurrentExecutions", "RecursiveLoop", "RuntimeManagementConfig")
        // The action spells it otherwise.
        (input["KMSKeyArn"], input["KmsKeyArn"]) = (input["KmsKeyArn"], nil)
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
        try await updateRecursion(work, .string(work.name))
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try Self.checkRuntimeUpdates(work)
        let name = JSON.string(work.physicalID ?? "")
        let code = try await FunctionCode.of(work)
        if work.changes("Code", "Architectures") || code.isPackage {
            var input = code.input.objectValue ?? [:]
            input["FunctionName"] = name
            input["Architectures"] = work.properties["Architectures"] ?? ["x86_64"]
            do throws(ServiceError) { try await work.call("lambda", "UpdateFunctionCode", input) } catch {
                throw FunctionCode.advised(error, work, code)
            }
        }
        var changed = JSONObject()
        for key in Set(work.properties.keys).union(work.before.keys).subtracting(Self.others).sorted()
        where work.properties[key] != work.before[key] {
            if code.isPackage, key == "Runtime" || key == "Handler" { continue }
            changed[key == "KmsKeyArn" ? "KMSKeyArn" : key] = work.properties[key] ?? Self.defaults[key]
        }
        if !changed.isEmpty {
            changed["FunctionName"] = name
            try await work.call("lambda", "UpdateFunctionConfiguration", changed)
        }
        try await updateConcurrency(work, name)
        try await updateRecursion(work, name)
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

    private func updateRecursion(_ work: ResourceWork, _ name: JSON) async throws(ServiceError) {
        guard work.changes("RecursiveLoop") else { return }
        try await work.call(
            "lambda", "PutFunctionRecursionConfig",
            ["FunctionName": name, "RecursiveLoop": work.properties["RecursiveLoop"] ?? "Terminate"])
    }

    /// Runtimes are this machine's: they follow it, and nothing holds one back.
    private static func checkRuntimeUpdates(_ work: ResourceWork) throws(ServiceError) {
        guard let choice = work.properties["RuntimeManagementConfig"]?["UpdateRuntimeOn"]?.stringValue, choice != "Auto"
        else { return }
        throw .validation(
            "RuntimeManagementConfig.UpdateRuntimeOn \(choice) is not served here: runtimes are this machine's. Use Auto."
        )
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
