import AWSWire
import JSONTree
import ResourceNames

/// `DescribeChangeSet`.
struct DescribeChangeSet: Operation {
    static let name = "DescribeChangeSet"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let (set, stack) = try catalogue.changeSet(
            try input.requiredText("ChangeSetName"), of: try input.text("StackName"), in: context.territory)
        let areValuesWanted = try input.flag("IncludePropertyValues")
        let page = try ListPage.shape(set.changes, member: "Changes", input, catalogue.pages) {
            areValuesWanted ? $0 : PlannedChange.withoutValues($0)
        }
        var shape = set.shape(of: stack)
        shape["Changes"] = page.body["Changes"]
        shape["NextToken"] = page.body["NextToken"]
        shape["Parameters"] = set.content.parameterShapes
        shape["Capabilities"] = .array(set.content.capabilities.map { .string($0) })
        shape["Tags"] = .array(set.content.tags.map(\.shape))
        shape["NotificationARNs"] = .array(set.content.notificationARNs.map { .string($0) })
        shape["RollbackConfiguration"] = .emptyObject
        shape["OnStackFailure"] = set.onFailure.map { .string($0) }
        return OperationOutput(.object(shape))
    }
}
