import AWSWire
import JSONTree

/// `DescribeSubscriptionFilters`, by name.
struct DescribeSubscriptionFilters: Operation {
    static let name = "DescribeSubscriptionFilters"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let group = try catalogue.group(request.group(context))
        let prefix = try request.text("filterNamePrefix") ?? ""
        let found = group.filters.filter { $0.name.utf8.starts(with: prefix.utf8) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let page = try ListPage(found, request, list: "filters", catalogue.clock) { $0.name }
        return OperationOutput(page.shape("subscriptionFilters") { $0.shape(of: group.id) })
    }
}
