import AWSWire
import JSONTree
import ResourceNames

/// `DescribeLogStreams`: streams of a group by name, or by the time of their last event.
struct DescribeLogStreams: Operation {
    static let name = "DescribeLogStreams"
    let catalogue: LogCatalogue
    /// Read after what waits in it is written.
    let sink: LogSink

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        await sink.flush()
        let request = ActionInput(input)
        let group = try catalogue.group(request.group(context)).id
        let prefix = try request.text("logStreamNamePrefix")
        let isByTime = try request.text("orderBy") == "LastEventTime"
        guard !isByTime || prefix == nil else {
            throw .invalid("Cannot order by LastEventTime with a logStreamNamePrefix.")
        }
        var found = catalogue.streams(of: group).filter { $0.name.hasPrefix(prefix ?? "") }
        if isByTime {
            found.sort { ($0.lastEvent?.milliseconds ?? 0, $0.number) < ($1.lastEvent?.milliseconds ?? 0, $1.number) }
        }
        if try request.flag("descending") { found.reverse() }
        let page = try ListPage(found, request, list: "streams", catalogue.clock) { $0.name }
        return OperationOutput(page.shape("logStreams", Self.shape))
    }

    private static func shape(of stream: LogStream) -> JSON {
        var shape: JSONObject = [
            "logStreamName": .string(stream.name), "creationTime": .integer(stream.createdAt.milliseconds),
        ]
        shape["firstEventTimestamp"] = stream.firstEvent.map { .integer($0.milliseconds) }
        shape["lastEventTimestamp"] = stream.lastEvent.map { .integer($0.milliseconds) }
        shape["lastIngestionTime"] = stream.lastIngestion.map { .integer($0.milliseconds) }
        shape["uploadSequenceToken"] = .string(SequenceToken.of(stream))
        shape["arn"] = .string("\(stream.group.arn):log-stream:\(stream.name)")
        // AWS tells nothing else of streams since 2019. Source: API reference, `LogStream`, storedBytes.
        shape["storedBytes"] = 0
        return .object(shape)
    }
}
