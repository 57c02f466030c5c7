import AWSWire
import JSONTree
import ResourceNames

/// `ListAliases`, of one version if asked.
struct ListAliases: AWSWire.Operation {
    static let name = "ListAliases"
    let catalog: FunctionCatalog
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let record = try catalog.get(try FunctionName(unqualified: input, in: context))
        let version = input["FunctionVersion"]?.stringValue
        let found = catalog.aliases(of: record.arn).filter { version == nil || $0.versions.contains(version ?? "") }
        return OperationOutput(
            try ListPage(found, input, list: "\(Self.name) \(record.arn)", pages, position: \.name).output("Aliases") {
                $0.configuration
            })
    }
}
