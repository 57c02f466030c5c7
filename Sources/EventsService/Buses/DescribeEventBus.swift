import AWSWire
import JSONTree

/// `DescribeEventBus`: one bus, the default one unless another is named.
struct DescribeEventBus: Operation {
    static let name = "DescribeEventBus"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(.object(try catalogue.bus(ActionInput(input).bus(context, named: "Name")).shape))
    }
}
