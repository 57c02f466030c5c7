import AWSWire
import JSONTree
import ResourceNames

/// `ListStateMachines`, by name.
struct ListStateMachines: AWSWire.Operation {
    static let name = "ListStateMachines"
    let catalog: StateMachineCatalog
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let list = "machines:\(context.territory.account):\(context.territory.region)"
        let page = try pages.page(
            of: catalog.all(in: context.territory), action, list: list, position: { $0.arn.name },
            isAfter: { $0.arn.name > $1 })
        var output = JSONObject([
            (
                "stateMachines",
                .array(
                    page.items.map { record in
                        [
                            "stateMachineArn": .string(record.arn.text), "name": .string(record.arn.name),
                            "type": .string(record.type),
                            "creationDate": record.createdAt.json,
                        ]
                    })
            )
        ])
        if let token = page.nextToken { output["nextToken"] = token }
        return OperationOutput(.object(output))
    }
}
