import JSONTree
import ResourceNames
import StorageContract

/// A published version: a revision that stays as it is.
struct StateMachineVersion: StoredResource {
    let machine: StateMachineARN
    /// From 1, rising.
    let number: Int
    let description: String?
    let createdAt: Timestamp
    /// The revision.
    let settings: MachineSettings

    static let kind = "stateMachineVersion"
    var key: String { Self.key(machine, number) }

    /// The ARN as text.
    var arn: String { StateMachineReference.version(machine, number).text }

    /// The row of a version. The slash, which no name holds, keeps it apart from rows of machines whose names begin alike.
    static func key(_ machine: StateMachineARN, _ number: Int) -> String { "\(machine.text)/\(number)" }

    /// The stored form.
    var json: JSON {
        [
            "machine": .string(machine.text), "number": .integer(Int64(number)),
            "description": description.map { .string($0) } ?? .null, "created": .integer(createdAt.milliseconds),
            "settings": settings.json,
        ]
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let machine = json["machine"]?.stringValue.flatMap({ StateMachineARN($0) }),
            let number = json["number"]?.integerValue, let created = json["created"]?.integerValue,
            let settings = json["settings"].flatMap({ MachineSettings(json: $0) })
        else { return nil }
        self.init(
            machine: machine, number: Int(number), description: json["description"]?.stringValue,
            createdAt: Timestamp(milliseconds: created), settings: settings)
    }

    init(
        machine: StateMachineARN, number: Int, description: String?, createdAt: Timestamp, settings: MachineSettings
    ) {
        self.machine = machine
        self.number = number
        self.description = description
        self.createdAt = createdAt
        self.settings = settings
    }
}
