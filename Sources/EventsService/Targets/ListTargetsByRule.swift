import AWSWire
import JSONTree

/// `ListTargetsByRule`: the targets of a rule, by id.
struct ListTargetsByRule: Operation {
    static let name = "ListTargetsByRule"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let targets = try catalogue.rule(input.rule(context, named: "Rule")).targets.sorted {
            $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
        }
        return try ListPage.shape(targets, member: "Targets", id: \.id, input, catalogue.surroundings.clock) {
            $0.shape
        }
    }
}
