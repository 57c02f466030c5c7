import AWSWire
import JSONTree
import ResourceNames

/// `PutLogEvents`: adds a batch to a stream. Events that are too old or too new are left out and told; the rest is kept.
struct PutLogEvents: Operation {
    static let name = "PutLogEvents"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let group = try catalogue.group(request.group(context))
        let name = try request.requiredText("logStreamName")
        _ = try catalogue.stream(group.id, name)
        let lines = try Self.lines(request)
        try Self.check(lines)
        let now = catalogue.now
        let tooOld = lines.prefix { now - $0.timestamp > Limits.ageMax }.count
        let expired = group.expiry(now).map { expiry in lines.prefix { $0.timestamp < expiry }.count } ?? 0
        let tooNew = lines.firstIndex { $0.timestamp > now + Limits.leadMax } ?? lines.count
        let first = max(tooOld, expired)
        if first < tooNew { try await catalogue.append(Array(lines[first..<tooNew]), to: name, of: group.id) }
        var rejected = JSONObject()
        if tooNew < lines.count { rejected["tooNewLogEventStartIndex"] = .integer(Int64(tooNew)) }
        if tooOld > 0 { rejected["tooOldLogEventEndIndex"] = .integer(Int64(tooOld)) }
        if expired > tooOld { rejected["expiredLogEventEndIndex"] = .integer(Int64(expired)) }
        var output: JSONObject = [
            "nextSequenceToken": .string(SequenceToken.of(try catalogue.stream(group.id, name)))
        ]
        if !rejected.isEmpty { output["rejectedLogEventsInfo"] = .object(rejected) }
        return OperationOutput(.object(output))
    }

    private static func lines(_ request: ActionInput) throws(ServiceError) -> [LogLine] {
        var lines: [LogLine] = []
        for event in try request.list("logEvents") ?? [] {
            guard let time = event["timestamp"]?.integerValue, let message = event["message"]?.stringValue, time >= 0
            else { throw .invalid("Log event must have a timestamp and a message") }
            lines.append(LogLine(timestamp: Timestamp(milliseconds: time), message: message))
        }
        return lines
    }

    /// The rules of a batch. Source: API reference, `PutLogEvents`.
    private static func check(_ lines: [LogLine]) throws(ServiceError) {
        guard let first = lines.first, let last = lines.last, lines.count <= Limits.batchEventsMax else {
            throw .invalid("Log event count must be between 1 and \(Limits.batchEventsMax)")
        }
        let bytes = lines.reduce(0) { $0 + $1.message.utf8.count + Limits.eventOverhead }
        guard bytes <= Limits.batchBytesMax else {
            throw .invalid("Upload too large: \(bytes) bytes exceeds limit of \(Limits.batchBytesMax)")
        }
        guard zip(lines, lines.dropFirst()).allSatisfy({ $0.timestamp <= $1.timestamp }) else {
            throw .invalid("Log events in a single PutLogEvents request must be in chronological order.")
        }
        guard last.timestamp - first.timestamp <= Limits.batchSpan else {
            throw .invalid("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.")
        }
    }
}
