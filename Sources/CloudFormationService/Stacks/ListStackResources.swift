import AWSWire
import JSONTree

/// `ListStackResources`.
struct ListStackResources: Operation {
    static let name = "ListStackResources"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let stack = try catalogue.get(try input.requiredText("StackName"), in: context.territory)
        return try ListPage.shape(stack.resources, member: "StackResourceSummaries", input, catalogue.pages) {
            stack.shape(of: $0, timeMember: "LastUpdatedTimestamp", namesStack: false)
        }
    }
}
