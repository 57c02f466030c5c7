/// What kind of handler a resource names.
enum ResourceKind: Equatable {
    case function
    case integration

    /// Integrations are the resources of `states` without an account: `arn:aws:states:::sqs:sendMessage`.
    init(_ resource: String) {
        // On the way of every call: a search for a text would cost more than all the rest of finding its handler.
        let isARN = resource.utf8.starts(with: "arn:".utf8)
        let afterPartition = resource.utf8.dropFirst(4).drop { $0 != UInt8(ascii: ":") }
        self = isARN && afterPartition.starts(with: ":states:::".utf8) ? .integration : .function
    }
}
