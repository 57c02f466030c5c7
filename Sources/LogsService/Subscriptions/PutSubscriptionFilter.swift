import AWSWire
import JSONTree
import ResourceNames

/// `PutSubscriptionFilter`: events of a group that match go to a function; a filter of the same name is replaced.
struct PutSubscriptionFilter: Operation {
    static let name = "PutSubscriptionFilter"
    let catalogue: LogCatalogue
    let deliveries: FilterDeliveries

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let (name, pattern) = (try request.requiredText("filterName"), try request.text("filterPattern") ?? "")
        let destination = try request.requiredText("destinationArn")
        guard let arn = ARN(destination), arn.service == "lambda", arn.resourceParts.first == "function" else {
            throw .invalid("destinationArn: only functions are destinations here, got \(destination).")
        }
        let key = try catalogue.group(request.group(context)).id
        let filter = SubscriptionFilter(
            name: name, pattern: pattern, filter: try FilterPattern(pattern), destination: destination,
            createdAt: catalogue.now)
        try await deliveries.check(destination, for: key)
        try await catalogue.change(key) { group throws(ServiceError) in
            if let place = group.filters.firstIndex(where: { $0.name == name }) {
                group.filters[place] = filter
                return
            }
            guard group.filters.count < Limits.filtersMax else {
                throw ServiceError("LimitExceededException", "Resource limit exceeded.")
            }
            group.filters.append(filter)
        }
        return OperationOutput()
    }
}
