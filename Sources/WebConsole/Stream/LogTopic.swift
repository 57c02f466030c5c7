import AWSWire
import JSONTree

/// What handlers write: in one execution, or one function in all of them.
struct LogTopic: StreamTopic {
    /// Lines in one message.
    private static let linesMax = 500
    /// As the page names it.
    let id: String
    private let feed: ConsoleFeed
    private let isWanted: @Sendable (ConsoleFeed.Line) -> Bool
    private var last: Int64

    init(
        id: String, feed: ConsoleFeed, after start: Int64,
        where isWanted: @escaping @Sendable (ConsoleFeed.Line) -> Bool
    ) {
        (self.id, self.feed, self.isWanted, last) = (id, feed, isWanted, start)
    }

    var position: Int64? { last }

    mutating func news() -> StreamNews {
        let (lines, last, hasGap) = feed.lines(after: last, where: isWanted)
        var news = StreamNews(hasMore: lines.count > Self.linesMax)
        if hasGap { news.events.append(("gap", ["topic": .string("log:" + id)])) }
        self.last = news.hasMore ? lines[Self.linesMax - 1].number : last
        guard !lines.isEmpty else { return news }
        let shown = lines.prefix(Self.linesMax).map(Self.json)
        news.events.append(("log", ["run": .string(id), "lines": .array(shown)]))
        return news
    }

    private static func json(_ line: ConsoleFeed.Line) -> JSON {
        // Lines come as `TIME\tREQUEST ID\tLEVEL\tTEXT`, as far as the handler's runtime writes them so.
        let parts = line.text.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
        let levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]
        let level = parts.count == 4 && levels.contains(String(parts[2])) ? String(parts[2]) : ""
        return [
            "id": .integer(line.number), "at": .integer(line.at), "handler": .string(line.handler),
            "task": .integer(line.task), "execution": .string(line.execution), "level": .string(level),
            "line": .string(level.isEmpty ? line.text : String(parts[3])),
        ]
    }
}
