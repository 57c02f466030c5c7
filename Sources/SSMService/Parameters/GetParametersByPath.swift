import AWSWire
import JSONTree

/// `GetParametersByPath`: what lies below a path, by name.
struct GetParametersByPath: Operation {
    static let name = "GetParametersByPath"
    let catalogue: ParameterCatalogue
    let secrets: SecretKeeper
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let path = try request.requiredText("Path")
        try ParameterName.check(path: path)
        let filters = try ParameterFilter.read(request.list("ParameterFilters"), keys: ["Type", "KeyId", "Label"])
        let isRecursive = try request.flag("Recursive")
        var hits: [(parameter: Parameter, version: ParameterVersion)] = []
        for parameter in catalogue.all(in: context.territory)
        where ParameterName.isBelow(parameter.name, path: path, recursively: isRecursive) {
            // A label names the version that is shown.
            let version = filters.labels.map { labels in
                parameter.versions.last { !labels.isDisjoint(with: $0.labels) }
            }
            guard let version = version ?? parameter.latest, filters.match(parameter, version) else { continue }
            hits.append((parameter, version))
        }
        let page = try pages.page(
            of: hits, request, size: Limits.pathPage, list: "\(path)\(isRecursive)\(filters.identity)",
            id: { $0.parameter.name })
        var shown: [JSON] = []
        for hit in page.items {
            shown.append(try await ShownParameter.shape(hit.parameter, hit.version, request, secrets, context))
        }
        var output: JSONObject = ["Parameters": .array(shown)]
        output["NextToken"] = page.nextToken
        return OperationOutput(.object(output))
    }
}
