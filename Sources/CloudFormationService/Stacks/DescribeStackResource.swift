import AWSWire
import JSONTree

/// `DescribeStackResource`: one, with its metadata.
struct DescribeStackResource: Operation {
    static let name = "DescribeStackResource"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let name = try input.requiredText("StackName")
        guard let stack = catalogue.find(name, in: context.territory) else {
            throw .validation("Stack '\(name)' does not exist")
        }
        let logical = try input.requiredText("LogicalResourceId")
        guard let resource = stack.resource(logical) else {
            throw .validation("Resource \(logical) does not exist for stack \(stack.name)")
        }
        return OperationOutput([
            "StackResourceDetail": stack.shape(
                of: resource, timeMember: "LastUpdatedTimestamp", namesStack: true, isDetailed: true)
        ])
    }
}
