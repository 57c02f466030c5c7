import AWSWire

/// Reads a stream's events in order, a page at a time.
struct StreamCursor {
    /// The stream that is read.
    let stream: LogStream
    private let pageSize: Int
    private var page: ArraySlice<LogEvent> = []
    private var position: EventPosition
    private var isDone = false

    /// Begins after a position.
    init(_ stream: LogStream, after position: EventPosition, pageSize: Int) {
        (self.stream, self.position, self.pageSize) = (stream, position, pageSize)
    }

    /// The next event, still to be taken.
    var first: LogEvent? { page.first }

    /// Takes the next event out.
    mutating func removeFirst() { page.removeFirst() }

    /// Makes `first` the next event, if there is one.
    mutating func fill(_ catalogue: LogCatalogue) async throws(ServiceError) {
        guard page.isEmpty, !isDone else { return }
        let read = try await catalogue.events(of: stream, after: position, limit: pageSize)
        page = read[...]
        position = read.last?.position ?? position
        isDone = read.count < pageSize
    }
}
