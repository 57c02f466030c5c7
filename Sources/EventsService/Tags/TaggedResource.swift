import AWSWire
import ResourceNames

/// What tags may be put on.
enum TaggedResource: Sendable {
    /// A rule.
    case rule(RuleKey)
    /// A bus.
    case bus(BusKey)

    /// The resource that the member `ResourceARN` names.
    init(_ input: ActionInput) throws(ServiceError) {
        let text = try input.requiredText("ResourceARN")
        guard let arn = ARN(text) else {
            throw .invalid("Parameter ResourceARN is not valid. Reason: Provided Arn is not in correct format.")
        }
        if let rule = RuleKey(arn) {
            self = .rule(rule)
        } else if let bus = BusKey(arn) {
            self = .bus(bus)
        } else {
            throw .invalid("Parameter ResourceARN is not valid. Reason: Rules and event buses have tags; got \(text).")
        }
    }
}
