import AWSWire

/// A topic that whoever asks may not follow: told once, while the page's other topics go on.
struct RefusedTopic: StreamTopic {
    /// Where the page is in it, so that the positions of the others keep their places.
    let position: Int64?
    private let error: ServiceError
    private var isTold = false

    /// - Parameter position: `nil` for topics that have none.
    init(_ error: ServiceError, at position: Int64?) { (self.error, self.position) = (error, position) }

    mutating func news() throws(ServiceError) -> StreamNews {
        if isTold { return StreamNews() }
        isTold = true
        throw error
    }
}
