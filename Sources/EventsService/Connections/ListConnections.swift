import AWSWire
import JSONTree

/// `ListConnections`: the connections of an account in a region, by name.
struct ListConnections: Operation {
    static let name = "ListConnections"
    let connections: Connections

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let prefix = try input.text("NamePrefix") ?? ""
        let state = try input.text("ConnectionState") ?? "AUTHORIZED"
        let found = connections.all(in: context.territory).filter {
            $0.name.utf8.starts(with: prefix.utf8) && state == "AUTHORIZED"
        }
        return try ListPage.shape(found, member: "Connections", id: \.name, input, connections.clock) { connection in
            var shape = connection.summary()
            shape["Name"] = .string(connection.name)
            shape["AuthorizationType"] = .string(connection.authorizationType)
            return .object(shape)
        }
    }
}
