import JSONTree
import ResourceNames
import StorageContract

/// An alias: a name that leads to one version, or to two by weight.
struct StateMachineAlias: StoredResource {
    let machine: StateMachineARN
    let name: String
    var description: String?
    /// One or two.
    var routes: [AliasRoute]
    let createdAt: Timestamp
    var updatedAt: Timestamp

    static let kind = "stateMachineAlias"
    var key: String { Self.key(machine, name) }

    /// The ARN as text.
    var arn: String { StateMachineReference.alias(machine, name).text }

    /// The row of an alias.
    static func key(_ machine: StateMachineARN, _ name: String) -> String { "\(machine.text)/\(name)" }

    /// The stored form.
    var json: JSON {
        [
            "machine": .string(machine.text), "name": .string(name),
            "description": description.map { .string($0) } ?? .null,
            "routes": .array(
                routes.map { ["version": .integer(Int64($0.version)), "weight": .integer(Int64($0.weight))] }),
            "created": .integer(createdAt.milliseconds), "updated": .integer(updatedAt.milliseconds),
        ]
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let machine = json["machine"]?.stringValue.flatMap({ StateMachineARN($0) }),
            let name = json["name"]?.stringValue, let created = json["created"]?.integerValue,
            let updated = json["updated"]?.integerValue
        else { return nil }
        let routes = (json["routes"]?.arrayValue ?? []).compactMap { route -> AliasRoute? in
            guard let version = route["version"]?.integerValue, let weight = route["weight"]?.integerValue else {
                return nil
            }
            return AliasRoute(version: Int(version), weight: Int(weight))
        }
        guard !routes.isEmpty else { return nil }
        self.init(
            machine: machine, name: name, description: json["description"]?.stringValue, routes: routes,
            createdAt: Timestamp(milliseconds: created))
        updatedAt = Timestamp(milliseconds: updated)
    }

    init(
        machine: StateMachineARN, name: String, description: String?, routes: [AliasRoute], createdAt: Timestamp
    ) {
        self.machine = machine
        self.name = name
        self.description = description
        self.routes = routes
        self.createdAt = createdAt
        updatedAt = createdAt
    }
}
