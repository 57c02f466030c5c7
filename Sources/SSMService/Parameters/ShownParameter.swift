import AWSWire
import JSONTree
import ResourceNames

/// A parameter as the getters show it.
enum ShownParameter {
    /// The shape of a version, its value opened if that is asked for.
    static func shape(
        _ parameter: Parameter, _ version: ParameterVersion, selector: String? = nil, _ request: ActionInput,
        _ secrets: SecretKeeper, _ context: RequestContext
    ) async throws(ServiceError) -> JSON {
        var object: JSONObject = [
            "Name": .string(parameter.name), "Type": .string(version.type),
            "Value": .string(try await value(parameter, version, request, secrets, context)),
            "Version": .integer(version.number),
            "LastModifiedDate": .double(Double(version.modifiedAt.milliseconds) / 1_000),
            "ARN": .string(parameter.arn), "DataType": "text",
        ]
        object["Selector"] = selector.map { .string($0) }
        return .object(object)
    }

    /// The value of a version, opened if that is asked for.
    static func value(
        _ parameter: Parameter, _ version: ParameterVersion, _ request: ActionInput, _ secrets: SecretKeeper,
        _ context: RequestContext
    ) async throws(ServiceError) -> String {
        guard version.isSecret, try request.flag("WithDecryption") else { return version.value }
        return try await secrets.open(
            version.value, of: parameter.arn, under: version.keyID ?? SecretKeeper.ownAlias, context)
    }
}
