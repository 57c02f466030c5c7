import AWSWire
import JSONTree

/// `GetParameters`: up to ten; those that are not there are told by name.
struct GetParameters: Operation {
    static let name = "GetParameters"
    let catalogue: ParameterCatalogue
    let secrets: SecretKeeper

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        var (found, invalid): ([JSON], [JSON]) = ([], [])
        var seen: Set<String> = []
        for name in try request.texts("Names") where seen.insert(name).inserted {
            let reference = ParameterReference(name, in: context.territory)
            let hit: (parameter: Parameter, version: ParameterVersion)
            do throws(ServiceError) {
                hit = try catalogue.version(reference, for: context.territory)
            } catch {
                invalid.append(.string(name))
                continue
            }
            found.append(
                try await ShownParameter.shape(
                    hit.parameter, hit.version, selector: reference.selector, request, secrets, context))
        }
        return OperationOutput(["Parameters": .array(found), "InvalidParameters": .array(invalid)])
    }
}
