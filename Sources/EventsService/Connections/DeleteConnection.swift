import AWSWire
import JSONTree

/// `DeleteConnection`: forgets a connection.
struct DeleteConnection: Operation {
    static let name = "DeleteConnection"
    let connections: Connections

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let connection = try await connections.delete(
            ActionInput(input).requiredText("Name"), in: context.territory)
        return OperationOutput(.object(connection.summary(state: "DELETING")))
    }
}
