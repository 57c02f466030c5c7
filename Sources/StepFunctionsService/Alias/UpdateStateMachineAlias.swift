import AWSWire
import JSONTree
import ResourceNames

/// `UpdateStateMachineAlias`: starts from now on follow the new routes.
struct UpdateStateMachineAlias: AWSWire.Operation {
    static let name = "UpdateStateMachineAlias"
    let catalog: StateMachineCatalog
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let (machine, name) = try action.alias()
        let description = action.text("description")
        let routing: RoutingConfiguration? =
            if let given = input["routingConfiguration"] { try RoutingConfiguration(given) } else { nil }
        guard description != nil || routing != nil else {
            throw .validation(
                "Either the description or the routing configuration must be specified",
                reason: "MISSING_REQUIRED_PARAMETER")
        }
        let updatedAt = try await catalog.update(
            machine, missing: .missingReference
        ) { entry, mutations throws(ServiceError) in
            guard var alias = entry.aliases[name] else { throw .missingReference }
            if let routing {
                guard routing.machine == machine else {
                    throw .validation(
                        "Routing configuration must contain versions of the alias's own state machine",
                        reason: "INVALID_ROUTING_CONFIGURATION")
                }
                try entry.checkRoutes(routing.routes)
                alias.routes = routing.routes
            }
            if let description { alias.description = description }
            alias.updatedAt = clock.now
            entry.put(alias, &mutations)
            return alias.updatedAt
        }
        return OperationOutput(["updateDate": updatedAt.json])
    }
}
