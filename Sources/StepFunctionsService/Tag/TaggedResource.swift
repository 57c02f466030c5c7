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

    /// What the tags are of that count for a resource: of executions, Map Runs, versions and aliases those of their state machine.
    init?(owning text: String) {
        if let arn = ActivityARN(text) {
            self = .activity(arn)
            return
        }
        guard let arn = ARN(text), arn.resourceParts.count > 1 else { return nil }
        let name = arn.resourceParts[1].prefix { $0 != "/" }
        let machine = ARN(
            partition: arn.partition, service: arn.service, region: arn.region, account: arn.account,
            resource: "stateMachine:\(name)")
        guard case .machine(let found) = StateMachineReference(machine.text) else { return nil }
        self = .machine(found)
    }

    /// The ARN as text.
    var text: String {
        switch self {
        case .machine(let arn): arn.text
        case .activity(let arn): arn.text
        }
    }
}
