import AWSWire
import JSONTree

/// `UpdateConnection`: changes what it names. Parameters of another type take the place of the old ones.
struct UpdateConnection: Operation {
    static let name = "UpdateConnection"
    let connections: Connections

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let type = try input.text("AuthorizationType")
        let description = input.value("Description")
        let given = input.value("AuthParameters")
        let connection = try await connections.change(input.requiredText("Name"), in: context.territory) {
            connection throws(ServiceError) in
            let keepsType = type == nil || type == connection.authorizationType
            if let type { connection.authorizationType = type }
            if let given {
                connection.authParameters =
                    keepsType ? AuthParameters.merged(connection.authParameters, with: given) : given
            }
            try AuthParameters.check(connection.authParameters, type: connection.authorizationType)
            if let description { connection.settings["Description"] = description }
        }
        return OperationOutput(.object(connection.summary()))
    }
}
