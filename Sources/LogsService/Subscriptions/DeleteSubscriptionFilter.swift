import AWSWire
import JSONTree

/// `DeleteSubscriptionFilter`.
struct DeleteSubscriptionFilter: Operation {
    static let name = "DeleteSubscriptionFilter"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try request.requiredText("filterName")
        try await catalogue.change(request.group(context)) { group throws(ServiceError) in
            guard let place = group.filters.firstIndex(where: { $0.name == name }) else {
                throw ServiceError(
                    "ResourceNotFoundException", "The specified subscription filter does not exist.")
            }
            group.filters.remove(at: place)
        }
        return OperationOutput()
    }
}
