import AWSWire
import JSONTree
import ResourceNames

/// `DescribeStateMachineAlias`.
struct DescribeStateMachineAlias: AWSWire.Operation {
    static let name = "DescribeStateMachineAlias"
    let catalog: StateMachineCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let (machine, name) = try StatesInput(input).alias()
        guard let alias = catalog.entry(machine)?.aliases[name] else { throw .missingReference }
        var output = JSONObject([("stateMachineAliasArn", .string(alias.arn)), ("name", .string(alias.name))])
        if let description = alias.description { output["description"] = .string(description) }
        output["routingConfiguration"] = RoutingConfiguration.json(alias)
        output["creationDate"] = alias.createdAt.json
        output["updateDate"] = alias.updatedAt.json
        return OperationOutput(.object(output))
    }
}
