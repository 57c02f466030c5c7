import AWSWire

/// The events of several streams in one order.
struct EventMerge {
    private var cursors: [StreamCursor]

    /// Begins after a position, in every stream.
    init(_ streams: [LogStream], after position: EventPosition) {
        let pageSize = max(8, min(500, 4_000 / max(1, streams.count)))
        cursors = streams.map { StreamCursor($0, after: position, pageSize: pageSize) }
    }

    /// The next event and its stream; `nil` at the end.
    mutating func next(_ catalogue: LogCatalogue) async throws(ServiceError) -> (LogStream, LogEvent)? {
        var best: (place: Int, event: LogEvent)?
        for place in cursors.indices {
            try await cursors[place].fill(catalogue)
            guard let event = cursors[place].first else { continue }
            if let found = best, found.event.position < event.position { continue }
            best = (place, event)
        }
        guard let best else { return nil }
        cursors[best.place].removeFirst()
        return (cursors[best.place].stream, best.event)
    }
}
