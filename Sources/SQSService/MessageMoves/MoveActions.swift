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

/// `CancelMessageMoveTask`: what was moved stays moved.
struct CancelMessageMoveTask: Operation {
    static let name = "CancelMessageMoveTask"
    let moves: MessageMoves

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        guard let id = MessageMove.id(ofHandle: try ActionInput(input).requiredText("TaskHandle")) else {
            throw .invalidValue("Value for parameter TaskHandle is invalid.")
        }
        let moved = try await moves.cancel(id)
        return OperationOutput(["ApproximateNumberOfMessagesMoved": .integer(Int64(moved))])
    }
}

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

extension QueueCatalogue {
    /// The queue an ARN names.
    fileprivate func queue(arn: String) throws(ServiceError) -> Queue {
        guard let key = QueueKey(arn: arn) else {
            throw .invalidValue("You must use this format to specify the queue ARN: arn:aws:sqs:REGION:ACCOUNT:NAME")
        }
        guard let queue = find(key) else {
            throw ServiceError(
                "ResourceNotFoundException",
                "The resource that you specified for the SourceArn parameter doesn't exist.", status: 404)
        }
        return queue
    }
}
