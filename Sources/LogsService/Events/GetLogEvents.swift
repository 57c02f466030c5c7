import AWSWire
import JSONTree
import ResourceNames

/// `GetLogEvents`: a page of a stream, in order of time; the last one unless another is asked for.
///
/// At an end of the stream the token of that direction is the one that was given, so that a client sees it has arrived.
struct GetLogEvents: Operation {
    static let name = "GetLogEvents"
    let catalogue: LogCatalogue
    /// Read after what waits in it is written.
    let sink: LogSink

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        await sink.flush()
        let request = ActionInput(input)
        let group = try catalogue.group(request.group(context))
        let stream = try catalogue.stream(group.id, request.requiredText("logStreamName"))
        let range = try self.range(request, group)
        let (given, list) = (try request.text("nextToken"), "\(Self.name) \(stream.number)")
        let token: PageToken
        if let text = try catalogue.pages.position(given, list: list, refusal: .invalidToken) {
            guard let read = PageToken(position: text) else { throw .invalidToken }
            token = read
        } else {
            token = try request.flag("startFromHead") ? .after(range.lowerBound.previous) : .before(range.upperBound)
        }
        let events = try await page(of: stream, token, range, limit: request.limit(Limits.pageEventsMax))
        let (forward, backward) = Self.tokens(events, token)
        let shown = { (next: PageToken) -> JSON in
            .string(next == token && given != nil ? given ?? "" : catalogue.pages.token(next.position, list: list))
        }
        return OperationOutput([
            "events": .array(
                events.map {
                    [
                        "timestamp": .integer($0.position.milliseconds), "message": .string($0.message),
                        "ingestionTime": .integer($0.ingested),
                    ]
                }), "nextForwardToken": shown(forward), "nextBackwardToken": shown(backward),
        ])
    }

    /// What may be shown: from the start time, or the age at which events expire, up to and without the end time.
    private func range(_ request: ActionInput, _ group: LogGroup) throws(ServiceError) -> Range<EventPosition> {
        let start = max(
            try request.time("startTime") ?? .init(milliseconds: 0),
            group.expiry(catalogue.now) ?? .init(milliseconds: 0))
        let first = EventPosition.start(of: start)
        let end = try request.time("endTime").map { EventPosition.start(of: $0) }
        return first..<max(first, end ?? EventPosition(milliseconds: .max, sequence: .max))
    }

    private func page(of stream: LogStream, _ token: PageToken, _ range: Range<EventPosition>, limit: Int)
        async throws(ServiceError) -> [LogEvent]
    {
        var (page, bytes): ([LogEvent], Int) = ([], 0)
        var position = token
        while page.count < limit {
            let most = min(1_000, limit - page.count)
            let read: [LogEvent]
            switch position {
            case .after(let place):
                read = try await catalogue.events(of: stream, after: max(place, range.lowerBound.previous), limit: most)
            case .before(let place):
                read = try await catalogue.events(of: stream, before: min(place, range.upperBound), limit: most)
            }
            for event in read {
                bytes += event.byteCount
                guard range.contains(event.position), bytes <= Limits.pageBytesMax || page.isEmpty else {
                    return Self.inOrder(page, token)
                }
                page.append(event)
            }
            guard read.count == most, let last = read.last?.position else { break }
            if case .after = token { position = .after(last) } else { position = .before(last) }
        }
        return Self.inOrder(page, token)
    }

    private static func inOrder(_ page: [LogEvent], _ token: PageToken) -> [LogEvent] {
        if case .before = token { page.reversed() } else { page }
    }

    private static func tokens(_ events: [LogEvent], _ token: PageToken) -> (forward: PageToken, backward: PageToken) {
        if let first = events.first, let last = events.last { return (.after(last.position), .before(first.position)) }
        switch token {
        case .after(let place):
            return (
                token,
                .before(
                    EventPosition(
                        milliseconds: place.milliseconds, sequence: place.sequence == .max ? .max : place.sequence + 1))
            )
        case .before(let place): return (.after(place.previous), token)
        }
    }
}
