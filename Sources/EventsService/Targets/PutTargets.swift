import AWSWire
import JSONTree
import ResourceNames

/// `PutTargets`: adds targets to a rule; one with the id of another replaces it.
struct PutTargets: Operation {
    static let name = "PutTargets"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try input.rule(context, named: "Rule")
        var targets: [Target] = []
        for shape in try input.list("Targets") ?? [] {
            let target = try Target(shape)
            guard target.kind != .bus || target.arn.text != key.bus.arn else {
                throw .invalid("Target \(target.id): A rule cannot send events to the bus it watches.")
            }
            guard !targets.contains(where: { $0.id == target.id }) else {
                throw .invalid("Duplicate target Id \(target.id).")
            }
            targets.append(target)
        }
        let given = targets
        try await catalogue.change(key) { rule throws(ServiceError) in
            for target in given {
                if let place = rule.targets.firstIndex(where: { $0.id == target.id }) {
                    rule.targets[place] = target
                } else {
                    rule.targets.append(target)
                }
            }
            guard rule.targets.count <= Limits.targetsMax else { throw .tooMany }
        }
        return OperationOutput(["FailedEntryCount": 0, "FailedEntries": []])
    }
}
