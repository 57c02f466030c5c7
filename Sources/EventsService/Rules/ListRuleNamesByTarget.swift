import AWSWire
import JSONTree
import ResourceNames

/// `ListRuleNamesByTarget`: the rules of a bus that have something as a target.
struct ListRuleNamesByTarget: Operation {
    static let name = "ListRuleNamesByTarget"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let target = try input.requiredText("TargetArn")
        let bus = try catalogue.bus(input.bus(context)).id
        let rules = catalogue.rules(of: bus).filter { $0.targets.contains { $0.arn.text == target } }
        return try ListPage.shape(rules, member: "RuleNames", id: \.id.name, input, catalogue.surroundings.clock) {
            .string($0.id.name)
        }
    }
}
