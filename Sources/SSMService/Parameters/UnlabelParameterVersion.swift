import AWSWire
import JSONTree

/// `UnlabelParameterVersion`: labels that the version does not have are told.
struct UnlabelParameterVersion: Operation {
    static let name = "UnlabelParameterVersion"
    let catalogue: ParameterCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let reference = ParameterReference(try request.requiredText("Name"), in: context.territory)
        let name = try catalogue.parameter(reference, for: context.territory).name
        let number = Int64(try request.integer("ParameterVersion") ?? 0)
        let labels = try request.texts("Labels")
        var (removed, invalid): ([JSON], [JSON]) = ([], [])
        try await catalogue.change(name, in: context.territory) { found throws(ServiceError) in
            guard var parameter = found else { throw .parameterNotFound }
            guard let place = parameter.versions.firstIndex(where: { $0.number == number }) else {
                throw .versionNotFound(String(number), of: name)
            }
            for label in labels {
                if let at = parameter.versions[place].labels.firstIndex(of: label) {
                    parameter.versions[place].labels.remove(at: at)
                    removed.append(.string(label))
                } else {
                    invalid.append(.string(label))
                }
            }
            return parameter
        }
        return OperationOutput(["RemovedLabels": .array(removed), "InvalidLabels": .array(invalid)])
    }
}
