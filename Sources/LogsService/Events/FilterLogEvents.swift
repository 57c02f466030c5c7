import AWSWire
import JSONTree
import ResourceNames

/// `FilterLogEvents`: events of a group's streams that match a pattern, interleaved by time.
///
/// An answer ends when it is full or enough was looked at; the token then says where to go on, even when nothing was found yet, as in AWS.
struct FilterLogEvents: Operation {
    static let name = "FilterLogEvents"
    let catalogue: LogCatalogue
    /// Read after what waits in it is written.
    let sink: LogSink

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        await sink.flush()
        let request = ActionInput(input)
        let group = try catalogue.group(request.group(context))
        let pattern = try FilterPattern(request.text("filterPattern") ?? "")
        let start = max(
            try request.time("startTime") ?? .init(milliseconds: 0),
            group.expiry(catalogue.now) ?? .init(milliseconds: 0))
        let end = try request.time("endTime") ?? .init(milliseconds: .max)
        var after = EventPosition.start(of: start).previous
        let list = "\(Self.name) \(group.id.storeKey)"
        let token = try request.text("nextToken")
        if let text = try catalogue.pages.position(token, list: list, refusal: .invalidToken) {
            guard let place = EventPosition(id: text) else { throw .invalidToken }
            after = max(after, place)
        }
        var merge = EventMerge(
            try streams(request, group.id).filter { stream in
                guard let first = stream.firstEvent, let last = stream.lastEvent else { return false }
                return first <= end && last >= start
            }, after: after)
        var found: [JSON] = []
        var (bytes, scanned) = (0, 0)
        var next: EventPosition?
        let limit = try request.limit(Limits.pageEventsMax)
        while let (stream, event) = try await merge.next(catalogue), event.position.milliseconds <= end.milliseconds {
            scanned += 1
            if pattern.matches(event.message) {
                found.append(Self.shape(event, stream))
                bytes += event.byteCount
            }
            if found.count == limit || bytes >= Limits.pageBytesMax || scanned == Limits.scannedMax {
                next = event.position
                break
            }
        }
        var output: JSONObject = ["events": .array(found), "searchedLogStreams": []]
        output["nextToken"] = next.map { .string(catalogue.pages.token($0.id, list: list)) }
        return OperationOutput(.object(output))
    }

    private func streams(_ request: ActionInput, _ group: GroupKey) throws(ServiceError) -> [LogStream] {
        let names = try request.texts("logStreamNames")
        let prefix = try request.text("logStreamNamePrefix")
        guard names.isEmpty || prefix == nil else {
            throw .invalid("LogStreamNames and LogStreamNamePrefix are mutually exclusive parameters.")
        }
        if names.isEmpty { return catalogue.streams(of: group).filter { $0.name.hasPrefix(prefix ?? "") } }
        var streams: [LogStream] = []
        for name in Set(names).sorted() { streams.append(try catalogue.stream(group, name)) }
        return streams
    }

    private static func shape(_ event: LogEvent, _ stream: LogStream) -> JSON {
        [
            "logStreamName": .string(stream.name), "timestamp": .integer(event.position.milliseconds),
            "message": .string(event.message), "ingestionTime": .integer(event.ingested),
            "eventId": .string(event.position.id),
        ]
    }
}
