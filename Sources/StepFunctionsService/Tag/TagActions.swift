import AWSWire
import JSONTree
import ResourceNames

/// `TagResource`.
struct TagResource: AWSWire.Operation {
    static let name = "TagResource"
    let catalog: StateMachineCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var record = try catalog.tagged(StatesInput(input))
        TagList.merge(TagList.pairs(input["tags"]), into: &record.tags)
        try TagList.check(record.tags, record.arn.text)
        try await catalog.replace(record)
        return OperationOutput()
    }
}

/// `UntagResource`.
struct UntagResource: AWSWire.Operation {
    static let name = "UntagResource"
    let catalog: StateMachineCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var record = try catalog.tagged(StatesInput(input))
        let keys = Set((input["tagKeys"]?.arrayValue ?? []).compactMap(\.stringValue))
        record.tags.removeAll { keys.contains($0.key) }
        try await catalog.replace(record)
        return OperationOutput()
    }
}

/// `ListTagsForResource`.
struct ListTagsForResource: AWSWire.Operation {
    static let name = "ListTagsForResource"
    let catalog: StateMachineCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["tags": TagList.json(try catalog.tagged(StatesInput(input)).tags)])
    }
}

extension StateMachineCatalog {
    /// The machine `resourceArn` names. Versions and aliases cannot carry tags.
    func tagged(_ action: StatesInput) throws(ServiceError) -> StateMachineRecord {
        let text = try action.required("resourceArn")
        guard ARN(text) != nil else { throw .invalidARNPrefix(text) }
        guard let arn = StateMachineARN(text), let record = find(arn) else { throw .resourceNotFound(text) }
        return record
    }
}
