import AWSWire
import JSONTree
import ResourceNames

/// `StartMessageMoveTask`: moves dead letters back to where they came from, or to another queue.
struct StartMessageMoveTask: Operation {
    static let name = "StartMessageMoveTask"
    let catalogue: QueueCatalogue
    let moves: MessageMoves

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let source = try catalogue.queue(arn: input.requiredText("SourceArn"))
        let destination = try input.text("DestinationArn").map { arn throws(ServiceError) in
            try catalogue.queue(arn: arn)
        }
        guard !catalogue.sources(ofDeadLetters: source.key).isEmpty else {
            throw .invalidValue("Source queue must be configured as a Dead Letter Queue.")
        }
        if let destination {
            guard destination !== source else {
                throw .invalidValue("Source queue arn and destination queue arn cannot be the same.")
            }
            guard destination.key.isFIFO == source.key.isFIFO else {
                throw .invalidValue("Source queue and destination queue must be of the same type.")
            }
        }
        let rate = try input.integer("MaxNumberOfMessagesPerSecond")
        guard rate.map({ (1...Limits.moveRateMax).contains($0) }) ?? true else {
            throw .invalidValue(
                "Value for MaxNumberOfMessagesPerSecond must be between 1 and \(Limits.moveRateMax).")
        }
        let counts = try await source.counts()
        let move = MessageMove(
            id: catalogue.surroundings.uuid(), source: source.key, destination: destination?.key, rate: rate,
            startedAt: catalogue.surroundings.clock.now, toMove: counts.available)
        try await moves.start(move)
        return OperationOutput(["TaskHandle": .string(move.handle)])
    }
}
