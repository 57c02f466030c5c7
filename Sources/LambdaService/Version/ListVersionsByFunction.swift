import AWSWire
import JSONTree
import ResourceNames

/// `ListVersionsByFunction`: `$LATEST`, then the versions by number.
struct ListVersionsByFunction: AWSWire.Operation {
    static let name = "ListVersionsByFunction"
    let functions: FunctionLookup
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let latest = try functions.get(["FunctionName": input["FunctionName"] ?? ""], in: context)
        let versions = functions.catalog.versions(of: latest.arn)
        let all = [latest.qualified(by: "$LATEST")] + versions.map { $0.record.qualified(by: "\($0.number)") }
        return OperationOutput(
            try ListPage(all, input, list: "\(Self.name) \(latest.arn)", pages, position: \.listPosition).output(
                "Versions"
            ) { $0.configuration })
    }
}
