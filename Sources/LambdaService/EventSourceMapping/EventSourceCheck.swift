import AWSWire
import JSONTree
import ResourceNames

/// What Lambda looks at before a queue is polled for a function.
struct EventSourceCheck: Sendable {
    /// Finds the role of a function.
    let functions: FunctionLookup
    /// Asks the queue.
    let dispatch: LambdaService.Dispatch

    /// Asks the queue as the function's role: it must be there and readable, and hide messages as long as a call may last.
    ///
    /// - Throws: `InvalidParameterValueException` in AWS's words.
    func check(_ source: ARN, for function: FunctionRecord, in context: RequestContext) async throws(ServiceError) {
        var asFunction = context
        asFunction.sender = nil
        // A dropped-in function has no role.
        asFunction.roleARN = functions.catalog.find(function.name, in: function.territory)?.roleARN
        asFunction.sessionName = function.name
        let answer: OperationOutput
        do throws(ServiceError) {
            answer = try await dispatch(
                "sqs", "GetQueueAttributes",
                ["QueueUrl": .string(SQSPoll.url(of: source)), "AttributeNames": ["VisibilityTimeout"]], asFunction)
        } catch {
            guard error.code != "AccessDenied" else {
                throw .invalidParameter(
                    "The provided execution role does not have permissions to call ReceiveMessage on SQS")
            }
            throw .invalidParameter(
                "Error occurred while ReceiveMessage. SQS Error Code: \(error.queryCode ?? error.code). SQS Error Message: \(error.message)"
            )
        }
        guard let text = answer.body["Attributes"]?["VisibilityTimeout"]?.stringValue, let hidden = Int(text),
            hidden < function.timeoutSeconds
        else { return }
        throw .invalidParameter(
            "Queue visibility timeout: \(hidden) seconds is less than Function timeout: \(function.timeoutSeconds) seconds"
        )
    }

    /// Refuses settings of other kinds of sources, and those that are not served: nothing is dropped in silence.
    static func refuseUnsupported(_ input: JSON) throws(ServiceError) {
        for member in ["StartingPosition", "StartingPositionTimestamp"] where input[member]?.unlessNull != nil {
            throw .invalidParameter("\(member) is not valid for SQS event sources.")
        }
        for member in ofOtherSources where isGiven(input[member]) {
            throw .invalidParameter("Unsupported \(member) parameter for given event source mapping type.")
        }
        for (member, reason) in [
            ("KMSKeyArn", "filters are not encrypted"), ("MetricsConfig", "there are no metrics"),
            ("LoggingConfig", "pollers write no log of their own"),
            ("ProvisionedPollerConfig", "pollers are started as they are needed, see ScalingConfig"),
        ] where isGiven(input[member]) {
            throw .notSupported(member, reason)
        }
    }

    /// Streams, brokers and databases have them.
    private static let ofOtherSources = [
        "ParallelizationFactor", "DestinationConfig", "MaximumRecordAgeInSeconds", "BisectBatchOnFunctionError",
        "MaximumRetryAttempts", "TumblingWindowInSeconds", "Topics", "Queues", "SourceAccessConfigurations",
        "SelfManagedEventSource", "AmazonManagedKafkaEventSourceConfig", "SelfManagedKafkaEventSourceConfig",
        "DocumentDBEventSourceConfig",
    ]

    /// Empty lists, objects and texts say "none", and what is `false` says no.
    private static func isGiven(_ value: JSON?) -> Bool {
        switch value?.unlessNull {
        case nil, .bool(false): false
        case .array(let list)?: !list.isEmpty
        case .object(let object)?: object.contains { isGiven($0.value) }
        case .string(let text)?: !text.isEmpty
        default: true
        }
    }
}
