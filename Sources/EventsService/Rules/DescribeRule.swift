import AWSWire
import JSONTree
import ResourceNames

/// `DescribeRule`: what a rule says.
struct DescribeRule: Operation {
    static let name = "DescribeRule"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let rule = try catalogue.rule(ActionInput(input).rule(context))
        var shape = rule.shape
        shape["CreatedBy"] = .string(rule.id.bus.territory.account)
        return OperationOutput(.object(shape))
    }
}
