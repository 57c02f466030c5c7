import AWSWire
import JSONTree

/// `TagResource`: adds tags to a group, named by its ARN.
struct TagResource: Operation {
    static let name = "TagResource"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let tags = try request.textMap("tags")
        try await catalogue.change(request.taggedGroup()) { group throws(ServiceError) in
            try LogTags.add(tags, to: &group, in: context)
        }
        return OperationOutput()
    }
}
