import AWSWire
import JSONTree

/// `ListEventBuses`: the buses of an account in a region, by name.
struct ListEventBuses: Operation {
    static let name = "ListEventBuses"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let prefix = try input.text("NamePrefix") ?? ""
        let buses = catalogue.buses(of: context.territory).filter { $0.id.name.utf8.starts(with: prefix.utf8) }
        return try ListPage.shape(buses, member: "EventBuses", id: \.id.name, input, catalogue.surroundings.clock) {
            bus in
            var shape = bus.shape
            for member in ["KmsKeyIdentifier", "DeadLetterConfig", "LogConfig"] { shape[member] = nil }
            return .object(shape)
        }
    }
}
