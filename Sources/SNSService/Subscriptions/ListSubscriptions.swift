import AWSWire
import JSONTree
import ResourceNames

/// `ListSubscriptions`: the subscriptions of an account in a region.
struct ListSubscriptions: Operation {
    static let name = "ListSubscriptions"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let all = catalogue.subscriptions(of: context.territory)
        return OperationOutput(
            try ListPage.shape(
                all, member: "Subscriptions", id: \.arn, ActionInput(input), catalogue.surroundings.clock
            ) { $0.listShape })
    }
}
