import JSONTree

/// What a Map state's fields say about its Map Run, worked out.
package struct MapRunSettings: Sendable, Equatable {
    /// `MaxConcurrency`; 0: as many as there may be.
    package var concurrency = 0
    /// `ToleratedFailureCount`, in items; `nil` when it is not given.
    package var toleratedCount: Int?
    /// `ToleratedFailurePercentage`, of all items; `nil` when it is not given.
    package var toleratedPercentage: Double?
    /// `MaxItemsPerBatch`; `nil` when items are not batched by number.
    package var batchItems: Int?
    /// `MaxInputBytesPerBatch`; `nil` when items are not batched by size.
    package var batchBytes: Int?
    /// `BatchInput`.
    package var batchInput: Payload?
    /// Children are EXPRESS.
    package var isExpress = false

    /// A Map Run without limits that tolerates no failure.
    package init() {}

    /// Whether items come in batches.
    package var isBatched: Bool { batchItems != nil || batchBytes != nil || batchInput != nil }

    /// Whether two Map Runs are the same in every respect.
    package static func == (one: Self, other: Self) -> Bool { one.json == other.json }

    /// As kept in logs.
    var json: JSON {
        var json: JSONObject = ["concurrency": .integer(Int64(concurrency)), "isExpress": .bool(isExpress)]
        if let toleratedCount { json["toleratedCount"] = .integer(Int64(toleratedCount)) }
        if let toleratedPercentage { json["toleratedPercentage"] = .double(toleratedPercentage) }
        if let batchItems { json["batchItems"] = .integer(Int64(batchItems)) }
        if let batchBytes { json["batchBytes"] = .integer(Int64(batchBytes)) }
        if let batchInput { json["batchInput"] = batchInput.tree }
        return .object(json)
    }

    /// Reads what `json` wrote.
    init(json: JSON?) {
        concurrency = Int(json?["concurrency"]?.integerValue ?? 0)
        toleratedCount = json?["toleratedCount"]?.integerValue.map { Int($0) }
        toleratedPercentage = json?["toleratedPercentage"]?.doubleValue
        batchItems = json?["batchItems"]?.integerValue.map { Int($0) }
        batchBytes = json?["batchBytes"]?.integerValue.map { Int($0) }
        batchInput = (json?["batchInput"]).map { Payload($0) }
        isExpress = json?["isExpress"]?.boolValue ?? false
    }
}
