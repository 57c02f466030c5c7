import AWSWire
import JSONTree
import ResourceNames

/// `ListStateMachineVersions`, newest first. A machine that does not exist has none.
struct ListStateMachineVersions: AWSWire.Operation {
    static let name = "ListStateMachineVersions"
    let catalog: StateMachineCatalog
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let machine = try action.stateMachine()
        let versions = (catalog.entry(machine)?.versions.values.map { $0 } ?? []).sorted { $0.number > $1.number }
        let page = try pages.page(
            of: versions, action, list: "versions:\(machine.text)", position: { String($0.number) },
            isAfter: { $0.number < Int($1) ?? 0 })
        var output = JSONObject([
            (
                "stateMachineVersions",
                .array(
                    page.items.map { version in
                        [
                            "stateMachineVersionArn": .string(version.arn), "creationDate": version.createdAt.json,
                        ]
                    })
            )
        ])
        if let token = page.nextToken { output["nextToken"] = token }
        return OperationOutput(.object(output))
    }
}
