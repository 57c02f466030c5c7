import AWSWire
import JSONTree

/// `DescribeMetricFilters`: no group has any, as none can be put here.
struct DescribeMetricFilters: Operation {
    static let name = "DescribeMetricFilters"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        if try request.text("logGroupName") != nil { _ = try catalogue.group(request.group(context)) }
        return OperationOutput(["metricFilters": []])
    }
}
