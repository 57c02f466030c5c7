import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// One page's connection: everything it follows, as server-sent events.
///
/// It reads what is committed when it is told that something was, and at most so often: a page that follows a busy execution costs the engine a bell.
actor StreamSession {
    /// Topics of a connection.
    private static let topicsMax = 40
    /// The mark of a ping among the topics.
    private static let pingMark = 63
    private let services: ConsoleServices
    private let bell = StreamBell()
    private let subscriptions: StreamSubscriptions
    private var topics: [any StreamTopic]
    private var isFirst = true
    /// A piece was sent and there is no more at once: the next waits a moment, so that a busy execution is read in larger pieces.
    private var isResting = false

    /// Opens a connection.
    ///
    /// - Throws: When a name is none of a topic.
    init(_ request: ConsoleRequest) async throws(ServiceError) {
        services = request.services
        let names = (request.query["topics"] ?? "").split(separator: ",").map(String.init)
        guard !names.isEmpty, names.count <= Self.topicsMax else {
            throw ServiceError("BadRequest", "Say what to follow: ?topics=history:MACHINE/EXECUTION,tokens")
        }
        subscriptions = StreamSubscriptions(bell: bell, services: request.services)
        topics = []
        let positions = (request.lastEventID ?? "").split(separator: ",").map { Int64($0) ?? 0 }
        var place = 0
        for (number, name) in names.enumerated() {
            let topic = try await topic(
                name, number: number, after: place < positions.count ? positions[place] : 0, request)
            if topic.position != nil { place += 1 }
            topics.append(topic)
        }
        for number in topics.indices { bell.ring(number) }
        Self.schedulePing(bell, services.clock)
    }

    /// What is followed under a name, or that it may not be.
    private func topic(
        _ name: String, number: Int, after position: Int64, _ request: ConsoleRequest
    ) async throws(ServiceError) -> any StreamTopic {
        do throws(ServiceError) {
            return try await subscriptions.topic(name, number: number, after: position, request)
        } catch {
            guard error.code != "BadRequest" else { throw error }
            let hasPosition = name.hasPrefix("history:") || name.hasPrefix("log:")
            return RefusedTopic(error, at: hasPosition ? position : nil)
        }
    }

    /// The next piece; `nil` when the client has gone.
    func next() async -> [UInt8]? {
        if isFirst {
            isFirst = false
            return Array("retry: 1000\n\n".utf8)
        }
        if isResting {
            isResting = false
            // Cancelled: the client has gone, which `wait` finds out, too.
            try? await services.pause(.milliseconds(30))
        }
        while let marks = await bell.wait() {
            var (text, hasMore) = ("", false)
            for number in topics.indices where marks & 1 << UInt64(number) != 0 {
                let (told, isMore) = await tell(number)
                text += told
                hasMore = hasMore || isMore
            }
            if marks & 1 << UInt64(Self.pingMark) != 0 {
                text += ": ping\n\n"
                Self.schedulePing(bell, services.clock)
            }
            guard !text.isEmpty else { continue }
            isResting = !hasMore
            return Array(text.utf8)
        }
        return nil
    }

    private func tell(_ number: Int) async -> (text: String, hasMore: Bool) {
        do throws(ServiceError) {
            var topic = topics[number]
            // Held once: what a topic knows of a long history is not copied for each piece of news.
            topics[number] = ChangeTopic(name: "")
            defer { topics[number] = topic }
            let news = try await topic.news()
            topics[number] = topic
            if news.hasMore { bell.ring(number) }
            let texts = news.events.map { "event: \($0.type)\ndata: \($0.data.text)\n\(idLine)\n" }
            return (texts.joined(), news.hasMore)
        } catch {
            let data: JSON = [
                "topic": .integer(Int64(number)), "error": .string(error.code), "message": .string(error.message),
            ]
            return ("event: refused\ndata: \(data.text)\n\n", false)
        }
    }

    /// All positions of this connection: the browser hands them back when it comes again.
    private var idLine: String {
        let positions = topics.compactMap(\.position)
        return positions.isEmpty ? "" : "id: " + positions.map(String.init).joined(separator: ",") + "\n"
    }

    /// Comments keep what lies between from closing the connection, and find out whether the client is still there.
    private static func schedulePing(_ bell: StreamBell, _ clock: any TimerClock) {
        clock.after(.seconds(15)) { [weak bell] in bell?.ring(pingMark) }
    }
}
