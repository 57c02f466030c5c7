import AWSWire
import JSONTree

/// `ListRules`: the rules of a bus, by name.
struct ListRules: Operation {
    static let name = "ListRules"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let bus = try catalogue.bus(input.bus(context)).id
        let prefix = try input.text("NamePrefix") ?? ""
        let rules = catalogue.rules(of: bus).filter { $0.id.name.utf8.starts(with: prefix.utf8) }
        return try ListPage.shape(rules, member: "Rules", id: \.id.name, input, catalogue.surroundings.clock) {
            .object($0.shape)
        }
    }
}
