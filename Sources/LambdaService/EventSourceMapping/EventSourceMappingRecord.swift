import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// A queue whose messages a function is called with.
struct EventSourceMappingRecord: StoredResource {
    static let kind = "eventSourceMapping"
    let uuid: String
    /// The queue.
    let source: ARN
    /// The function's ARN, qualified if the request named it so.
    var functionARN: String
    var isEnabled: Bool
    /// Messages in one call: 1 to 10,000, above 10 only with a window.
    var batchSize: Int
    /// How long a batch is gathered, 0 to 300 seconds.
    var windowSeconds: Int
    /// `ReportBatchItemFailures`: the function says which messages failed.
    var reportsItemFailures: Bool
    /// Which messages are wanted; `nil`: all.
    var filter: MessageFilter?
    /// Batches at the same time; `nil` for the usual number.
    var concurrencyMax: Int?
    var modifiedAt: Timestamp
    var tags: [(key: String, value: String)]

    var key: String { uuid }

    /// Where the mapping belongs: the queue's account and region.
    var territory: Territory { Territory(account: source.account, region: source.region) }

    var json: JSON {
        [
            "uuid": .string(uuid), "source": .string(source.text), "function": .string(functionARN),
            "enabled": .bool(isEnabled),
            "batch": .integer(Int64(batchSize)), "window": .integer(Int64(windowSeconds)),
            "failures": .bool(reportsItemFailures),
            "modified": .integer(modifiedAt.milliseconds), "tags": TagList(tags).json,
            "filters": .array((filter?.texts ?? []).map { .string($0) }),
            "concurrency": concurrencyMax.map { .integer(Int64($0)) } ?? .null,
        ]
    }

    init?(json: JSON) {
        guard let uuid = json["uuid"]?.stringValue, let source = json["source"]?.stringValue.flatMap({ ARN($0) }),
            let function = json["function"]?.stringValue, let isEnabled = json["enabled"]?.boolValue,
            let batch = json["batch"]?.integerValue,
            let window = json["window"]?.integerValue, let failures = json["failures"]?.boolValue,
            let modified = json["modified"]?.integerValue
        else { return nil }
        self.init(uuid: uuid, source: source, functionARN: function, modifiedAt: Timestamp(milliseconds: modified))
        (self.isEnabled, batchSize, windowSeconds, reportsItemFailures) = (isEnabled, Int(batch), Int(window), failures)
        tags = TextMap.pairs(json["tags"])
        concurrencyMax = json["concurrency"]?.integerValue.map(Int.init)
        let texts = json["filters"]?.arrayValue?.compactMap(\.stringValue) ?? []
        guard !texts.isEmpty else { return }
        // They were read when they were given: what cannot be read now is a damaged row.
        guard let filter = try? MessageFilter(texts) else { return nil }
        self.filter = filter
    }

    init(uuid: String, source: ARN, functionARN: String, modifiedAt: Timestamp) {
        self.uuid = uuid
        self.source = source
        self.functionARN = functionARN
        self.modifiedAt = modifiedAt
        (isEnabled, batchSize, windowSeconds, reportsItemFailures) = (true, 10, 0, false)
        tags = []
    }

    /// What a request changes.
    mutating func configure(_ input: JSON) throws(ServiceError) {
        if let isEnabled = input["Enabled"]?.boolValue { self.isEnabled = isEnabled }
        if let size = input["BatchSize"]?.integerValue {
            guard (1...10_000).contains(size) else {
                throw .invalidParameter("Batch size must be between 1 and 10000, got \(size).")
            }
            batchSize = Int(size)
        }
        if let seconds = input["MaximumBatchingWindowInSeconds"]?.integerValue {
            guard (0...300).contains(seconds) else {
                throw .invalidParameter("Maximum batch window in seconds must be between 0 and 300, got \(seconds).")
            }
            windowSeconds = Int(seconds)
        }
        if let types = input["FunctionResponseTypes"]?.arrayValue {
            reportsItemFailures = types.contains("ReportBatchItemFailures")
        }
        if let criteria = input["FilterCriteria"]?.unlessNull { filter = try MessageFilter(criteria: criteria) }
        if let scaling = input["ScalingConfig"]?.unlessNull {
            concurrencyMax = scaling["MaximumConcurrency"]?.integerValue.map(Int.init)
        }
        if source.resource.hasSuffix(".fifo") {
            // Observed on AWS.
            guard windowSeconds == 0 else {
                throw .invalidParameter("Batching window is not supported for FIFO queues")
            }
            guard batchSize <= 10 else {
                throw .invalidParameter("Batch size must be between 1 and 10 for a FIFO queue, got \(batchSize).")
            }
        }
        guard batchSize <= 10 || windowSeconds > 0 else {
            throw .invalidParameter(
                "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10")
        }
    }

    /// EventSourceMappingConfiguration.
    func configuration(state: String) -> JSON {
        var json: JSONObject = [
            "UUID": .string(uuid),
            "EventSourceMappingArn": .string(
                ARN(
                    service: "lambda", region: territory.region, account: territory.account,
                    resource: "event-source-mapping:\(uuid)"
                ).text), "BatchSize": .integer(Int64(batchSize)),
            "MaximumBatchingWindowInSeconds": .integer(Int64(windowSeconds)),
            "EventSourceArn": .string(source.text), "FunctionArn": .string(functionARN), "State": .string(state),
            "StateTransitionReason": "USER_INITIATED",
            "FunctionResponseTypes": reportsItemFailures ? ["ReportBatchItemFailures"] : [],
            "LastModified": modifiedAt.milliseconds % 1_000 == 0
                ? .integer(modifiedAt.milliseconds / 1_000) : .double(Double(modifiedAt.milliseconds) / 1_000),
        ]
        json["FilterCriteria"] = filter?.criteria
        json["ScalingConfig"] = concurrencyMax.map { ["MaximumConcurrency": .integer(Int64($0))] }
        return .object(json)
    }
}
