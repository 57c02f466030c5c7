import AWSWire
import JSONTree

/// `UntagLogGroup`: the older form of `UntagResource`, with the name of the group.
struct UntagLogGroup: Operation {
    static let name = "UntagLogGroup"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let names = try request.texts("tags")
        try await catalogue.change(request.group(context)) { group in for name in names { group.tags[name] = nil } }
        return OperationOutput()
    }
}
