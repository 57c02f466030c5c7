import AWSWire
import JSONTree

/// `CreateConnection`: keeps how requests to an endpoint are authorised. Nothing is asked of the endpoint, so it is authorised at once.
struct CreateConnection: Operation {
    static let name = "CreateConnection"
    let connections: Connections

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let type = try input.requiredText("AuthorizationType")
        let parameters = input.value("AuthParameters") ?? .emptyObject
        try AuthParameters.check(parameters, type: type)
        guard input.value("InvocationConnectivityParameters") == nil else {
            throw .invalid(
                "Parameter InvocationConnectivityParameters is not valid. Reason: Private endpoints are not served here."
            )
        }
        var settings = JSONObject()
        for member in ["Description", "KmsKeyIdentifier"] {
            if let value = input.value(member) { settings[member] = value }
        }
        let connection = try await connections.create(
            try input.requiredText("Name"), type: type, parameters: parameters, settings: settings,
            in: context.territory)
        var output = connection.summary()
        output["LastAuthorizedTime"] = nil
        return OperationOutput(.object(output))
    }
}
