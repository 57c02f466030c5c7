import AWSWire
import JSONTree

/// `PutRule`: adds a rule, or replaces what one says; its targets and tags stay.
struct PutRule: Operation {
    static let name = "PutRule"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try input.rule(context)
        // Empty texts count as absent. Observed on AWS.
        let pattern = try input.text("EventPattern").flatMap { $0.isEmpty ? nil : $0 }
        let schedule = try input.text("ScheduleExpression").flatMap { $0.isEmpty ? nil : $0 }
        guard pattern != nil || schedule != nil else {
            throw .invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.")
        }
        guard schedule == nil || key.bus.isDefault else {
            throw .invalid("ScheduleExpression is supported only on the default event bus.")
        }
        var wanted = Rule(id: key, createdAt: catalogue.now)
        try wanted.setTrigger(pattern: pattern, schedule: schedule)
        wanted.state = try input.text("State") ?? "ENABLED"
        wanted.description = try input.text("Description")
        wanted.roleARN = try input.text("RoleArn")
        wanted.tags = try Tags(input, in: context)
        try await catalogue.put(wanted)
        return OperationOutput(["RuleArn": .string(key.arn)])
    }
}
