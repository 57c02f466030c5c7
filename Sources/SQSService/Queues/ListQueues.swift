import AWSWire
import JSONTree
import ResourceNames

/// `ListQueues`: the queues of an account in a region, by name.
struct ListQueues: Operation {
    static let name = "ListQueues"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queues = catalogue.list(context.territory, prefix: try input.text("QueueNamePrefix") ?? "")
        return OperationOutput(
            .object(try QueuePage.shape(queues, member: "QueueUrls", input, in: context, catalogue.surroundings.clock)))
    }
}
