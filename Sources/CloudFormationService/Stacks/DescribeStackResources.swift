import AWSWire
import JSONTree

/// `DescribeStackResources`: those of a stack, or the stack that a physical id belongs to.
struct DescribeStackResources: Operation {
    static let name = "DescribeStackResources"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let stack: Stack
        if let name = try input.text("StackName") {
            stack = try catalogue.get(name, in: context.territory)
        } else if let physical = try input.text("PhysicalResourceId") {
            let owner = catalogue.all(in: context.territory).first {
                !$0.isDeleted && $0.resources.contains { $0.physicalID == physical }
            }
            guard let owner else { throw .validation("Stack for \(physical) does not exist") }
            stack = owner
        } else {
            throw .validation("Either StackName or PhysicalResourceId must be specified.")
        }
        let logical = try input.text("LogicalResourceId")
        let resources = stack.resources.filter { logical == nil || $0.logicalID == logical }
        return OperationOutput([
            "StackResources": .array(
                resources.map { stack.shape(of: $0, timeMember: "Timestamp", namesStack: true) })
        ])
    }
}
