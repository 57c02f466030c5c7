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
        let after = try pages.position(action.text("nextToken"), list: list)
        let rest = catalog.all(in: context.territory).drop { machine in after.map { machine.arn.name <= $0 } ?? false }
        let page = rest.prefix(action.pageSize())
        var output = JSONObject([
            (
                "stateMachines",
                .array(
                    page.map { record in
                        [
                            "stateMachineArn": .string(record.arn.text), "name": .string(record.arn.name),
                            "type": .string(record.type),
                            "creationDate": record.createdAt.json,
                        ]
                    })
            )
        ])
        if page.count < rest.count, let last = page.last {
            output["nextToken"] = .string(pages.token(last.arn.name, list: list))
        }
        return OperationOutput(.object(output))
    }
}
