import AWSWire
import JSONTree

/// `DescribeParameters`: everything but the values, by name.
struct DescribeParameters: Operation {
    static let name = "DescribeParameters"
    let catalogue: ParameterCatalogue
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        // Nothing is shared with other accounts here.
        guard try !request.flag("Shared") else { return OperationOutput(["Parameters": []]) }
        let old = try ParameterFilter.readOld(request.list("Filters"))
        let new = try ParameterFilter.read(
            request.list("ParameterFilters"), keys: ["Path", "Name", "Type", "KeyId", "Tier", "DataType"], tags: true)
        guard old.isEmpty || new.isEmpty else {
            throw .validation("You can use either Filters or ParameterFilters in a single request.")
        }
        let filters = old.isEmpty ? new : old
        let hits = catalogue.all(in: context.territory).filter { filters.match($0, $0.latest) }
        let page = try pages.page(
            of: hits, request, size: Limits.listPage, list: "describe\(filters.identity)", id: { $0.name })
        let shown = page.items.map { parameter -> JSON in
            var object = parameter.latest.metadata(named: parameter.name)
            object["ARN"] = .string(parameter.arn)
            return .object(object)
        }
        var output: JSONObject = ["Parameters": .array(shown)]
        output["NextToken"] = page.nextToken
        return OperationOutput(.object(output))
    }
}
