import AWSWire
import JSONTree

/// `ListStacks`: of some statuses if asked, those deleted within 90 days too.
struct ListStacks: Operation {
    static let name = "ListStacks"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let statuses = try input.texts("StackStatusFilter")
        let stacks = catalogue.all(in: context.territory).filter {
            statuses.isEmpty || statuses.contains($0.status.rawValue)
        }
        return try ListPage.shape(stacks, member: "StackSummaries", input, catalogue.pages) { $0.summary }
    }
}
