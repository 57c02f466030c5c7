import AWSWire
import JSONTree

/// `CreateLogGroup`: adds a group that keeps its events for ever.
struct CreateLogGroup: Operation {
    static let name = "CreateLogGroup"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        var group = LogGroup(
            id: GroupKey(territory: context.territory, name: try request.requiredText("logGroupName")),
            createdAt: catalogue.now, storageClass: try request.text("logGroupClass") ?? "STANDARD",
            kmsKeyID: try request.text("kmsKeyId"))
        try LogTags.add(request.textMap("tags"), to: &group)
        try await catalogue.create(group)
        return OperationOutput()
    }
}
