/// A request whose action is known.
struct RoutedCall {
    /// Where the input is.
    enum Source {
        /// The body is the input.
        case json
        /// The body is the input, as CBOR.
        case cbor
        /// Form parameters, already parsed.
        case query(ParameterNode)
        /// Labels of the path, decoded; the rest is in query string, headers and body.
        case rest(labels: [(name: String, value: String)])
    }

    let model: ServiceModel
    let action: ActionShape
    let kind: ProtocolKind
    let source: Source

    /// Whether the links in messages lead here, which bear no signature: the action looks at what they carry.
    var isForStrangers: Bool {
        model.service == "sns" && (action.name == "ConfirmSubscription" || action.name == "Unsubscribe")
    }
}

/// A request that leads nowhere, and the protocol to say so in.
struct RoutingFailure: Error {
    /// Why.
    let error: ServiceError
    let kind: ProtocolKind
    let model: ServiceModel?
}
