import AWSWire
import JSONTree
import ResourceNames

/// `ListMessageMoveTasks`: the latest ones of a queue.
struct ListMessageMoveTasks: Operation {
    static let name = "ListMessageMoveTasks"
    let catalogue: QueueCatalogue
    let moves: MessageMoves

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let source = try catalogue.queue(arn: input.requiredText("SourceArn"))
        let most = try input.integer("MaxResults") ?? 1
        guard (1...Limits.movesKept).contains(most) else {
            throw .invalidValue("Value for MaxResults must be between 1 and \(Limits.movesKept).")
        }
        return OperationOutput(["Results": .array(moves.all(of: source.key).prefix(most).map(\.shape))])
    }
}
