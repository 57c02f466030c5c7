/// The services that AWS calls by `arn:aws:states:::service:action`, and the patterns each action offers.
///
/// Source: AWS Step Functions Developer Guide, "Integrating services". What may be missing from requests was observed, not documented.
enum IntegrationTable {
    /// Ways to call beside request and response.
    private struct Patterns: OptionSet {
        let rawValue: Int
        static let sync = Patterns(rawValue: 1)
        static let sync2 = Patterns(rawValue: 2)
        static let token = Patterns(rawValue: 4)
    }

    /// Whether AWS can call a resource.
    static func knows(_ resource: TaskResource) -> Bool {
        guard resource.kind == .integration else { return true }
        let patterns: Patterns
        if resource.resourceType.utf8.starts(with: "aws-sdk:".utf8) {
            guard isSDKAction(baseAction(of: resource)) else { return false }
            patterns = .token
        } else if anyAction.contains(resource.resourceType) {
            patterns = []
        } else {
            guard let known = actions[resource.resourceType]?[baseAction(of: resource)] else { return false }
            patterns = known
        }
        switch (resource.sync, resource.waitsForToken) {
        case (1, _): return patterns.contains(.sync)
        case (2, _): return patterns.contains(.sync2)
        case (_, true): return patterns.contains(.token)
        default: return true
        }
    }

    /// Fields that `Parameters` must have; AWS was observed to ask for these when a machine is created.
    static func requiredParameters(of resource: TaskResource) -> [String] {
        switch "\(resource.resourceType):\(baseAction(of: resource))" {
        case "lambda:invoke": ["FunctionName"]
        case "sqs:sendMessage": ["QueueUrl", "MessageBody"]
        case "sns:publish": ["Message"]
        case "dynamodb:putItem": ["TableName", "Item"]
        case "dynamodb:getItem": ["TableName", "Key"]
        case "states:startExecution": ["StateMachineArn"]
        case "events:putEvents": ["Entries"]
        case "ecs:runTask": ["TaskDefinition"]
        case "glue:startJobRun": ["JobName"]
        default: []
        }
    }

    private static func baseAction(of resource: TaskResource) -> String {
        resource.handler.lastIndex(of: ":").map { String(resource.handler[resource.handler.index(after: $0)...]) } ?? ""
    }

    /// Actions of AWS's own APIs are written with a small first letter.
    private static func isSDKAction(_ action: String) -> Bool {
        guard let first = action.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return action.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        }
    }

    /// Services whose actions grow faster than this table; none waits for jobs or tokens.
    private static let anyAction: Set<String> = ["bedrock-agentcore"]

    private static let actions: [String: [String: Patterns]] = [
        "apigateway": ["invoke": .token],
        "athena": [
            "startQueryExecution": .sync, "stopQueryExecution": [], "getQueryExecution": [], "getQueryResults": [],
        ],
        "batch": ["submitJob": .sync],
        "bedrock": ["invokeModel": [], "createModelCustomizationJob": .sync],
        "codebuild": [
            "startBuild": .sync, "stopBuild": [], "batchDeleteBuilds": [], "batchGetReports": [],
            "startBuildBatch": .sync,
            "stopBuildBatch": [], "retryBuildBatch": .sync, "deleteBuildBatch": [],
        ],
        "databrew": ["startJobRun": .sync],
        // transactWriteItems is in no table of AWS's, but in a sample AWS publishes.
        "dynamodb": [
            "getItem": [], "putItem": [], "deleteItem": [], "updateItem": [], "transactWriteItems": [],
        ],
        "ecs": ["runTask": [.sync, .token]],
        "eks": [
            "createCluster": .sync, "deleteCluster": .sync, "createFargateProfile": .sync,
            "deleteFargateProfile": .sync,
            "createNodegroup": .sync, "deleteNodegroup": .sync, "runJob": .sync, "call": [],
        ],
        "elasticmapreduce": [
            "createCluster": .sync, "terminateCluster": .sync, "addStep": .sync, "cancelStep": [],
            "setClusterTerminationProtection": [], "modifyInstanceFleetByName": [], "modifyInstanceGroupByName": [],
        ],
        "emr-containers": ["createVirtualCluster": [], "deleteVirtualCluster": .sync, "startJobRun": .sync],
        "emr-serverless": [
            "createApplication": .sync, "startApplication": .sync, "stopApplication": .sync, "deleteApplication": .sync,
            "startJobRun": .sync, "cancelJobRun": .sync,
        ],
        "events": ["putEvents": .token],
        "glue": ["startJobRun": .sync],
        "http": ["invoke": []],
        "lambda": ["invoke": .token],
        "mediaconvert": ["createJob": .sync],
        "sagemaker": [
            "createEndpoint": [], "createEndpointConfig": [], "createHyperParameterTuningJob": .sync,
            "createLabelingJob": .sync,
            "createModel": [], "createProcessingJob": .sync, "createTrainingJob": .sync, "createTransformJob": .sync,
            "updateEndpoint": [],
        ],
        "sns": ["publish": .token],
        "sqs": ["sendMessage": .token],
        "states": ["startExecution": [.sync, .sync2, .token]],
    ]
}
