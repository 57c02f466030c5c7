import AWSWire
import JSONTree
import ResourceNames

/// `ListStateMachineAliases`: of a machine, or those that lead to a version. By name, as observed; the API reference says otherwise.
struct ListStateMachineAliases: AWSWire.Operation {
    static let name = "ListStateMachineAliases"
    let catalog: StateMachineCatalog
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let reference = try action.reference()
        let entry = try catalog.get(reference.machine)
        guard !entry.record.isDeleting else { throw .stateMachineDeleting(entry.record.arn.text) }
        let page = try pages.page(
            of: try aliases(reference, of: entry), action, list: "aliases:\(reference.text)",
            position: { $0.name }, isAfter: { $0.name > $1 })
        var output = JSONObject([
            (
                "stateMachineAliases",
                .array(
                    page.items.map { alias in
                        ["stateMachineAliasArn": .string(alias.arn), "creationDate": alias.createdAt.json]
                    })
            )
        ])
        if let token = page.nextToken { output["nextToken"] = token }
        return OperationOutput(.object(output))
    }

    private func aliases(_ reference: StateMachineReference, of entry: StateMachineEntry) throws(ServiceError)
        -> [StateMachineAlias]
    {
        switch reference {
        case .machine, .label: return entry.aliases.values.sorted { $0.name < $1.name }
        case .version(_, let number):
            guard entry.versions[number] != nil else { throw .missingReference }
            return entry.aliases(to: number)
        case .alias: throw .qualifiedARN(reference.text, "stateMachineArn")
        }
    }
}
