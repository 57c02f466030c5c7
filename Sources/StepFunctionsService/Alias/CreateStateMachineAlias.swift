import AWSWire
import JSONTree
import ResourceNames

/// `CreateStateMachineAlias`. The same request again gives the same answer.
struct CreateStateMachineAlias: AWSWire.Operation {
    static let name = "CreateStateMachineAlias"
    let catalog: StateMachineCatalog
    let clock: any WallClock
    let limits: Limits

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let name = try action.required("name")
        let routing = try RoutingConfiguration(input["routingConfiguration"] ?? .array([]))
        let asked = StateMachineAlias(
            machine: routing.machine, name: name, description: action.text("description"), routes: routing.routes,
            createdAt: clock.now)
        let alias = try await catalog.update(
            routing.machine, missing: .missingReference
        ) { entry, mutations throws(ServiceError) in
            if let existing = entry.aliases[name] {
                guard existing.description == asked.description, existing.routes == asked.routes else {
                    // Observed: also when only the description differs.
                    throw .conflict(
                        "Failed to create alias because an alias with the same name and a different routing configuration "
                            + "already exists.")
                }
                return existing
            }
            try entry.checkRoutes(asked.routes)
            guard entry.aliases.count < limits.aliasesMax else {
                throw .quotaExceeded(
                    "The state machine '\(routing.machine.text)' has reached the maximum number of aliases: "
                        + "\(limits.aliasesMax)")
            }
            entry.put(asked, &mutations)
            return asked
        }
        return OperationOutput(["stateMachineAliasArn": .string(alias.arn), "creationDate": alias.createdAt.json])
    }
}
