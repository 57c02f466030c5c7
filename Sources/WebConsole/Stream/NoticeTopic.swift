import AWSWire
import JSONTree
import PluginHost

/// What the plugin host says of its plugins: loading, loaded, replaced, refused, rolled back, gone; that a handler has failed, that others calls are
/// under way than before, and that `newel dev` builds, has failed or is done.
struct NoticeTopic: StreamTopic {
    private let feed: ConsoleFeed
    private var last: Int64
    private var failed: Int
    private var built: Int
    private let host: PluginHost
    private let again: @Sendable () -> Void
    private var stir: [String]

    /// What is said from now on.
    ///
    /// - Parameter again: Has the topic rung after a while: the end of a call is not always told.
    init(feed: ConsoleFeed, host: PluginHost, again: @escaping @Sendable () -> Void) {
        (self.feed, self.host, self.again) = (feed, host, again)
        stir = host.stir
        last = feed.notices(after: 0).last?.number ?? 0
        failed = feed.failed
        built = feed.built
    }

    var position: Int64? { nil }

    mutating func news() -> StreamNews {
        let notices = feed.notices(after: last)
        last = notices.last?.number ?? last
        let (before, calls, builds) = (failed, stir, built)
        (failed, stir, built) = (feed.failed, host.stir, feed.built)
        if stir != calls || host.isBusy { again() }
        return StreamNews(
            events: notices.map { ("handlers", Self.json($0)) }
                + (failed == before ? [] : [("handlers", ["failed": true])])
                + (stir == calls ? [] : [("handlers", ["calls": true])])
                + (built == builds ? [] : [("handlers", ["built": true])]))
    }

    /// A notice as pages get it.
    static func json(_ notice: (number: Int64, notice: PluginNotice)) -> JSON {
        [
            "number": .integer(notice.number), "phase": .string(notice.notice.kind.rawValue),
            "source": .string(notice.notice.source), "message": .string(notice.notice.message),
        ]
    }
}
