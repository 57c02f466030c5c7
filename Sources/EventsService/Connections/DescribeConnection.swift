import AWSWire
import JSONTree

/// `DescribeConnection`: a connection without its secrets.
struct DescribeConnection: Operation {
    static let name = "DescribeConnection"
    let connections: Connections

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let connection = try connections.get(
            ActionInput(input).requiredText("Name"), in: context.territory, verb: "describe")
        var output = connection.summary()
        output["Name"] = .string(connection.name)
        output["AuthorizationType"] = .string(connection.authorizationType)
        output["SecretArn"] = Connection.secretARN(of: connection.arn).map { .string($0) }
        output["AuthParameters"] = connection.shownParameters
        for (member, value) in connection.settings { output[member] = value }
        return OperationOutput(.object(output))
    }
}
