import AWSWire
import JSONTree

/// `RemoveTargets`: takes targets from a rule.
struct RemoveTargets: Operation {
    static let name = "RemoveTargets"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try input.rule(context, named: "Rule")
        let ids = try input.texts("Ids")
        var missing: [String] = []
        try await catalogue.change(key) { rule in
            missing = ids.filter { id in !rule.targets.contains { $0.id == id } }
            rule.targets.removeAll { ids.contains($0.id) }
        }
        let failures = missing.map { id -> JSON in
            [
                "TargetId": .string(id), "ErrorCode": "ResourceNotFoundException",
                "ErrorMessage": .string("Rule \(key.name) does not have a target with the Id \(id)."),
            ]
        }
        return OperationOutput([
            "FailedEntryCount": .integer(Int64(failures.count)), "FailedEntries": .array(failures),
        ])
    }
}
