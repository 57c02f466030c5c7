import JSONTree

/// A queue that a function is called with the messages of.
struct MappingEvent {
    private let event: EventEntry
    private let target: EventTarget
    private let attributes: JSONObject

    /// What the event may say beside its queue; what concerns streams and brokers is handed on, and refused where it is read.
    static let properties: [(String, PropertyKind)] = [
        ("BatchSize", .number), ("StartingPosition", .any), ("StartingPositionTimestamp", .any), ("Enabled", .flag),
        ("MaximumBatchingWindowInSeconds", .number), ("MaximumRetryAttempts", .number),
        ("BisectBatchOnFunctionError", .flag), ("MaximumRecordAgeInSeconds", .number), ("DestinationConfig", .map),
        ("ParallelizationFactor", .number), ("Topics", .list), ("Queues", .list),
        ("SourceAccessConfigurations", .list), ("TumblingWindowInSeconds", .number), ("FunctionResponseTypes", .list),
        ("FilterCriteria", .map), ("KmsKeyArn", .any), ("ScalingConfig", .map), ("ProvisionedPollerConfig", .map),
        ("MetricsConfig", .map), ("LoggingConfig", .map),
    ]

    /// Takes an event that needs an event source mapping.
    init(_ event: EventEntry, _ target: EventTarget, _ attributes: JSONObject) {
        (self.event, self.target, self.attributes) = (event, target, attributes)
    }

    /// The event source mapping; the role may read the queue then.
    ///
    /// - Parameter given: What it says, `Queue` included.
    func mapping(_ id: String, _ given: JSONObject, role: inout GeneratedRole) throws(TemplateProblem)
        -> GeneratedResource
    {
        if let criteria = given["FilterCriteria"], Intrinsic.name(of: criteria) == nil {
            guard criteria.objectValue?.keys.allSatisfy({ $0 == "Filters" }) == true else {
                throw event.problem("FilterCriteria field has a wrong format")
            }
        }
        var properties: [(String, JSON?)] = [("FunctionName", target.name), ("EventSourceArn", given["Queue"])]
        properties += Self.properties.map { ($0.0, given[$0.0]) }
        var resource = GeneratedResource(id, "AWS::Lambda::EventSourceMapping", attributes, properties)
        role.attach("AWSLambdaSQSQueueExecutionRole")
        if let config = given["DestinationConfig"] {
            resource.properties["DestinationConfig"] = try destination(config, id, role: &role)
        }
        return resource
    }

    private func destination(_ config: JSON, _ id: String, role: inout GeneratedRole) throws(TemplateProblem) -> JSON {
        guard var failure = config["OnFailure"]?.objectValue, var members = config.objectValue else {
            throw .event(id, of: event.owner, "Property 'DestinationConfig.OnFailure' should be a map.")
        }
        let arn = failure["Destination"] ?? .null
        switch failure["Type"] {
        case nil: return config
        case "SQS": role.add(id + "SQSPolicy", "sqs:SendMessage", on: arn)
        case "SNS": role.add(id + "SNSPolicy", "sns:publish", on: arn)
        default: throw .event(id, of: event.owner, "The only valid values for 'Type' are 'SQS' and 'SNS'")
        }
        failure["Type"] = nil
        members["OnFailure"] = .object(failure)
        return .object(members)
    }
}
