import AWSWire
import JSONTree

/// `DescribeStacks`: one, deleted or not, or all that are not deleted.
struct DescribeStacks: Operation {
    static let name = "DescribeStacks"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let stacks: [Stack]
        if let name = try input.text("StackName"), !name.isEmpty {
            stacks = [try catalogue.get(name, in: context.territory)]
        } else {
            stacks = catalogue.all(in: context.territory).filter { !$0.isDeleted }
        }
        return try ListPage.shape(stacks, member: "Stacks", input, catalogue.pages) { $0.shape }
    }
}
