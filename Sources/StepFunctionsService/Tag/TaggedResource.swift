import AWSWire
import JSONTree
import ResourceNames

/// What carries tags: a state machine or an activity. Versions and aliases do not (observed: `ResourceNotFound`).
enum TaggedResource: Sendable {
    case machine(StateMachineARN)
    case activity(ActivityARN)

    /// `resourceArn`.
    init(_ action: StatesInput) throws(ServiceError) {
        let text = try action.required("resourceArn")
        guard ARN(text) != nil else { throw .invalidARNPrefix(text) }
        if case .machine(let arn) = StateMachineReference(text) {
            self = .machine(arn)
        } else if let arn = ActivityARN(text) {
            self = .activity(arn)
        } else {
            throw .resourceNotFound(text)
        }
    }

    /// The ARN as text.
    var text: String {
        switch self {
        case .machine(let arn): arn.text
        case .activity(let arn): arn.text
        }
    }
}
