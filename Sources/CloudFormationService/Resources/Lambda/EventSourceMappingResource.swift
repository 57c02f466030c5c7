import AWSWire
import JSONTree

/// `AWS::Lambda::EventSourceMapping`.
struct EventSourceMappingResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Lambda::EventSourceMapping",
        "FunctionName* EventSourceArn! AmazonManagedKafkaEventSourceConfig BatchSize BisectBatchOnFunctionError DestinationConfig DocumentDBEventSourceConfig Enabled FilterCriteria FunctionResponseTypes KmsKeyArn LoggingConfig MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts MetricsConfig ParallelizationFactor ProvisionedPollerConfig Queues ScalingConfig SelfManagedEventSource! SelfManagedKafkaEventSourceConfig SourceAccessConfigurations StartingPosition! StartingPositionTimestamp! Tags Topics TumblingWindowInSeconds",
        attributes: ["Id", "EventSourceMappingArn"])

    /// What settings are when nothing is said of them.
    private static let defaults: [String: JSON] = [
        "BatchSize": 10, "MaximumBatchingWindowInSeconds": 0, "Enabled": true, "FunctionResponseTypes": [],
        "FilterCriteria": ["Filters": []], "ScalingConfig": [:],
    ]

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.without("Tags")
        // The action spells it otherwise.
        (input["KMSKeyArn"], input["KmsKeyArn"]) = (input["KmsKeyArn"], nil)
        input["Tags"] = work.tagMap
        let made = try await work.make("lambda", "CreateEventSourceMapping", input)
        let id =
            if let made { made["UUID"]?.stringValue ?? "" } else { try await existing(work) }
        work.physicalID = id
        work.attributes = [
            "Id": .string(id),
            "EventSourceMappingArn": .string(work.arn("lambda", "event-source-mapping:\(id)")),
        ]
    }

    /// The one that a process made before it was killed.
    private func existing(_ work: ResourceWork) async throws(ServiceError) -> String {
        let list = try await work.call(
            "lambda", "ListEventSourceMappings", work.only("EventSourceArn", "FunctionName"))
        guard let id = list["EventSourceMappings"]?[0]?["UUID"]?.stringValue else {
            throw ServiceError("ResourceConflictException", "The event source mapping is being changed.", status: 409)
        }
        return id
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        var changed: JSONObject = ["UUID": .string(work.physicalID ?? "")]
        for key in Set(work.properties.keys).union(work.before.keys).sorted()
        where key != "Tags" && work.properties[key] != work.before[key] {
            changed[key == "KmsKeyArn" ? "KMSKeyArn" : key] = work.properties[key] ?? Self.defaults[key]
        }
        try await work.call("lambda", "UpdateEventSourceMapping", changed)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "DeleteEventSourceMapping", ["UUID": .string(work.physicalID ?? "")])
    }
}
