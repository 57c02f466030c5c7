import AWSWire
import JSONTree

/// Something a page follows.
protocol StreamTopic: Sendable {
    /// The position that the page has, to go on from after a break; `nil` for topics that only say that something has changed.
    var position: Int64? { get }
    /// What is new since the last time.
    mutating func news() async throws(ServiceError) -> StreamNews
}

/// What is new in a topic.
struct StreamNews: Sendable {
    /// Events by their type, in order.
    var events: [(type: String, data: JSON)] = []
    /// Whether there is more at once.
    var hasMore = false
}

/// A topic that says that something has changed; the page asks what.
struct ChangeTopic: StreamTopic {
    /// `machines`.
    let name: String
    private var isFirst = true

    init(name: String) { self.name = name }

    var position: Int64? { nil }

    /// Nothing at first: the page has asked right before, or asks right after.
    mutating func news() -> StreamNews {
        defer { isFirst = false }
        return isFirst ? StreamNews() : StreamNews(events: [(name, .emptyObject)])
    }
}
