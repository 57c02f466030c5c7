import AWSWire
import JSONTree

/// `DescribeAccountLimits`.
struct DescribeAccountLimits: Operation {
    static let name = "DescribeAccountLimits"

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let limits = [("StackLimit", Limits.stacksMax), ("StackOutputsLimit", Limits.outputsMax)]
        return OperationOutput([
            "AccountLimits": .array(limits.map { ["Name": .string($0.0), "Value": .integer(Int64($0.1))] })
        ])
    }
}
