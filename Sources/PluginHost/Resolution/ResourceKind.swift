/// What kind of handler a resource names.
enum ResourceKind: Equatable {
    case function
    case integration

    /// Integrations are the resources of `states` without an account: `arn:aws:states:::sqs:sendMessage`.
    init(_ resource: String) {
        self = resource.utf8.starts(with: "arn:".utf8) && resource.contains(":states:::") ? .integration : .function
    }
}
