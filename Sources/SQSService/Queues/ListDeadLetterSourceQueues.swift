import AWSWire
import JSONTree

/// `ListDeadLetterSourceQueues`: the queues whose dead letters go to a queue.
struct ListDeadLetterSourceQueues: Operation {
    static let name = "ListDeadLetterSourceQueues"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let target = try catalogue.queue(input, in: context)
        let page = try QueuePage.shape(
            catalogue.sources(ofDeadLetters: target.key), member: "queueUrls", input, in: context,
            catalogue.surroundings.clock)
        var shape = page
        if shape["queueUrls"] == nil { shape["queueUrls"] = .array([]) }
        return OperationOutput(.object(shape))
    }
}
