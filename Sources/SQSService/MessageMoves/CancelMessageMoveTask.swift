import AWSWire
import JSONTree
import ResourceNames

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
