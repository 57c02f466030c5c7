import AWSWire
import JSONTree

/// `CreateEventBus`: adds a bus of one's own.
struct CreateEventBus: Operation {
    static let name = "CreateEventBus"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let name = try input.requiredText("Name")
        guard !name.utf8.contains(UInt8(ascii: "/")) else {
            throw .invalid("Event bus name must not contain '/'.")
        }
        var bus = EventBus(id: BusKey(territory: context.territory, name: name), createdAt: catalogue.now)
        for member in ["Description", "KmsKeyIdentifier", "DeadLetterConfig", "LogConfig"] {
            if let value = input.value(member) { bus.settings[member] = value }
        }
        bus.tags = try Tags(input, in: context)
        try await catalogue.create(bus)
        var output: JSONObject = ["EventBusArn": .string(bus.id.arn)]
        for (member, value) in bus.settings { output[member] = value }
        return OperationOutput(.object(output))
    }
}
