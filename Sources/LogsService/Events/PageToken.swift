import AWSWire

/// A token of `GetLogEvents`: `f/EVENT/s` goes on after an event, `b/EVENT/s` before it.
enum PageToken: Equatable {
    case after(EventPosition)
    case before(EventPosition)

    /// Reads a token.
    ///
    /// - Throws: `InvalidParameterException` when it is none of ours.
    init(_ text: String) throws(ServiceError) {
        let parts = text.split(separator: "/")
        guard parts.count == 3, parts[2] == "s", let position = EventPosition(id: parts[1]) else {
            throw .invalid("The specified nextToken is invalid.")
        }
        switch parts[0] {
        case "f": self = .after(position)
        case "b": self = .before(position)
        default: throw .invalid("The specified nextToken is invalid.")
        }
    }

    /// The token as AWS writes it.
    var text: String {
        switch self {
        case .after(let position): "f/\(position.id)/s"
        case .before(let position): "b/\(position.id)/s"
        }
    }
}
