import AWSWire
import JSONTree

/// `DeleteParameters`: up to ten; those that are not there are told by name.
struct DeleteParameters: Operation {
    static let name = "DeleteParameters"
    let catalogue: ParameterCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var (deleted, invalid): ([JSON], [JSON]) = ([], [])
        for name in try ActionInput(input).texts("Names") {
            let reference = ParameterReference(name, in: context.territory)
            let found = reference.names.first { catalogue.parameter($0, in: context.territory) != nil }
            guard let found, reference.territory == context.territory else {
                invalid.append(.string(name))
                continue
            }
            try await catalogue.change(found, in: context.territory) { _ in nil }
            deleted.append(.string(name))
        }
        return OperationOutput(["DeletedParameters": .array(deleted), "InvalidParameters": .array(invalid)])
    }
}
