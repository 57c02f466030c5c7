import AWSWire

/// A token of `GetLogEvents`: it goes on after an event, or before it.
enum PageToken: Equatable {
    case after(EventPosition)
    case before(EventPosition)

    /// Reads what a token remembers; `nil` when that is none of ours.
    init?(position: String) {
        guard let event = EventPosition(id: position.dropFirst(2)) else { return nil }
        switch position.prefix(2) {
        case "f/": self = .after(event)
        case "b/": self = .before(event)
        default: return nil
        }
    }

    /// What a token remembers.
    var position: String {
        switch self {
        case .after(let event): "f/\(event.id)"
        case .before(let event): "b/\(event.id)"
        }
    }
}
