import AWSWire
import JSONTree
import PluginHost

/// What the plugin host says of its plugins: loaded, replaced, refused, rolled back, gone; and that a handler has failed.
struct NoticeTopic: StreamTopic {
    private let feed: ConsoleFeed
    private var last: Int64
    private var failed: Int

    /// What is said from now on.
    init(feed: ConsoleFeed) {
        self.feed = feed
        last = feed.notices(after: 0).last?.number ?? 0
        failed = feed.failed
    }

    var position: Int64? { nil }

    mutating func news() -> StreamNews {
        let notices = feed.notices(after: last)
        last = notices.last?.number ?? last
        let before = failed
        failed = feed.failed
        return StreamNews(
            events: notices.map { ("handlers", Self.json($0)) }
                + (failed == before ? [] : [("handlers", ["failed": true])]))
    }

    /// A notice as pages get it.
    static func json(_ notice: (number: Int64, notice: PluginNotice)) -> JSON {
        [
            "number": .integer(notice.number), "phase": .string(notice.notice.kind.rawValue),
            "source": .string(notice.notice.source), "message": .string(notice.notice.message),
        ]
    }
}
