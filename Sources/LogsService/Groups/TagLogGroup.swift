import AWSWire
import JSONTree

/// `TagLogGroup`: the older form of `TagResource`, with the name of the group.
struct TagLogGroup: Operation {
    static let name = "TagLogGroup"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let tags = try request.textMap("tags")
        try await catalogue.change(request.group(context)) { group throws(ServiceError) in
            try LogTags.add(tags, to: &group, in: context)
        }
        return OperationOutput()
    }
}
