import AWSWire
import ExecutionHistory
import JSONTree
import ResourceNames

/// What the tasks of an execution did, as permissions their role needs.
struct UsedPermissions: Sendable {
    /// Each once, in the order of their first use.
    let list: [Permission]

    /// Reads them from the execution's history.
    init(of execution: ExecutionARN, _ request: ConsoleRequest) async throws(ServiceError) {
        let reader = HistoryReader(request: request, execution: execution)
        var (list, last): ([Permission], Int64) = ([], 0)
        while true {
            let events = try await reader.events(after: last, count: 1_000)
            for event in events {
                for permission in Self.needed(by: event, in: execution.stateMachine.territory)
                where !list.contains(permission) { list.append(permission) }
            }
            guard events.count == 1_000, let end = events.last else { break }
            last = end.id
        }
        self.list = list
    }

    /// A policy that grants exactly these: a statement for each set of resources.
    static func policy(_ permissions: [Permission]) -> JSON {
        var statements: [(resource: String, actions: [JSON])] = []
        for permission in permissions {
            if let place = statements.firstIndex(where: { $0.resource == permission.resource }) {
                statements[place].actions.append(.string(permission.action))
            } else {
                statements.append((permission.resource, [.string(permission.action)]))
            }
        }
        return [
            "Version": "2012-10-17",
            "Statement": .array(
                statements.map {
                    ["Effect": "Allow", "Action": .array($0.actions), "Resource": .string($0.resource)]
                }),
        ]
    }

    private static func needed(by event: HistoryEvent, in territory: Territory) -> [Permission] {
        let members = event.details?.members(includesData: true) ?? [:]
        switch event.type.name {
        case "LambdaFunctionScheduled":
            return members["resource"]?.stringValue.map { [Permission("lambda:InvokeFunction", on: $0)] } ?? []
        case "TaskScheduled":
            guard let service = members["resourceType"]?.stringValue, let resource = members["resource"]?.stringValue
            else { return [] }
            let input = members["parameters"]?.stringValue.flatMap { try? JSON.parse($0) } ?? .emptyObject
            let action = resource.split(separator: ".").first.map(String.init) ?? resource
            let name = action.prefix(1).uppercased() + action.dropFirst()
            let target = service.hasPrefix("aws-sdk:") ? String(service.dropFirst("aws-sdk:".count)) : service
            return Permission.needed(
                for: name, of: target == "sfn" ? "states" : target,
                input, in: territory)
        default: return []
        }
    }
}
