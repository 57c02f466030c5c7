import AWSWire
import JSONTree

/// `GetParameterHistory`: all versions that are kept, oldest first.
struct GetParameterHistory: Operation {
    static let name = "GetParameterHistory"
    let catalogue: ParameterCatalogue
    let secrets: SecretKeeper
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let reference = ParameterReference(try request.requiredText("Name"), in: context.territory)
        let parameter = try catalogue.parameter(reference, for: context.territory)
        let page = try pages.page(
            of: parameter.versions, request, size: Limits.listPage, list: "history\(parameter.name)",
            id: { Self.padded($0.number) })
        var shown: [JSON] = []
        for version in page.items {
            var object = version.metadata(named: parameter.name)
            object["Value"] = .string(
                try await ShownParameter.value(parameter, version, request, secrets, context))
            object["Labels"] = .array(version.labels.map { .string($0) })
            shown.append(.object(object))
        }
        var output: JSONObject = ["Parameters": .array(shown)]
        output["NextToken"] = page.nextToken
        return OperationOutput(.object(output))
    }

    /// A number whose order as a text is its order.
    private static func padded(_ number: Int64) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 19 - text.count)) + text
    }
}
