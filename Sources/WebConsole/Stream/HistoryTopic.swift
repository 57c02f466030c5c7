import AWSWire
import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames
import StorageContract

/// The events of one execution, from a position on and as they become durable.
struct HistoryTopic: StreamTopic {
    /// Events in one message.
    private static let eventsMax = 500
    /// As the page names the execution.
    let id: String
    let execution: ExecutionARN
    private let reader: HistoryReader
    private var fold: HistoryFold
    /// The page's position when it came; what lies before is folded, not sent.
    private let start: Int64

    init(
        id: String, execution: ExecutionARN, key: ExecutionKey, after start: Int64, _ request: ConsoleRequest
    ) {
        self.id = id
        self.execution = execution
        self.start = start
        reader = HistoryReader(request: request, execution: execution)
        let engine = request.services.engine
        fold = HistoryFold { engine.taskToken(of: execution, key: key, task: $0) }
    }

    var position: Int64? { max(start, fold.last) }

    mutating func news() async throws(ServiceError) -> StreamNews {
        let events = try await reader.events(after: fold.last, count: Self.eventsMax)
        guard !events.isEmpty else { return StreamNews() }
        var shown: [JSON] = []
        var end: JSON?
        for event in events {
            let json = fold.add(event)
            guard event.id > start else { continue }
            shown.append(json)
            if HistoryFold.isEnd(event.type.name) { end = .string(HistoryFold.status(ofEnd: event.type.name)) }
        }
        var news = StreamNews(hasMore: events.count == Self.eventsMax)
        if !shown.isEmpty {
            var data: JSONObject = ["run": .string(id), "events": .array(shown)]
            // Whoever catches up draws once, at the end.
            if news.hasMore { data["hasMore"] = true }
            news.events.append(("history", .object(data)))
        }
        if let end { news.events.append(("status", ["run": .string(id), "st": end])) }
        return news
    }
}
