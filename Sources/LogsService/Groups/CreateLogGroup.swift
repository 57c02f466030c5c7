import AWSWire
import JSONTree

/// `CreateLogGroup`: adds a group that keeps its events for ever.
struct CreateLogGroup: Operation {
    static let name = "CreateLogGroup"
    let catalogue: LogCatalogue
    let keys: KeyCheck

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let id = GroupKey(territory: context.territory, name: try request.requiredText("logGroupName"))
        let key = try request.text("kmsKeyId").flatMap { $0.isEmpty ? nil : $0 }
        if let key { try await keys.check(key, for: id, in: context) }
        var group = LogGroup(
            id: id, createdAt: catalogue.now, storageClass: try request.text("logGroupClass") ?? "STANDARD",
            kmsKeyID: key)
        group.isProtected = try request.flag("deletionProtectionEnabled")
        try LogTags.add(request.textMap("tags"), to: &group, in: context)
        try await catalogue.create(group)
        return OperationOutput()
    }
}
