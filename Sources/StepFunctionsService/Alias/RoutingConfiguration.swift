import AWSWire
import JSONTree
import ResourceNames

/// `routingConfiguration`: to which versions of which machine an alias leads.
struct RoutingConfiguration: Sendable {
    /// The machine all its versions belong to.
    let machine: StateMachineARN
    /// In the order given.
    let routes: [AliasRoute]

    /// Reads and checks it; whether the versions exist is checked where the alias is decided on.
    ///
    /// - Throws: `InvalidArn` for what is no ARN of Step Functions, `ValidationException` in AWS's words (observed, but for versions of two machines).
    init(_ json: JSON) throws(ServiceError) {
        let items = json.arrayValue ?? []
        let texts = items.map { $0["stateMachineVersionArn"]?.stringValue ?? "" }
        let received = "Received: [\(texts.joined(separator: ", "))]"
        var routes: [AliasRoute] = []
        var machines: Set<StateMachineARN> = []
        for (item, text) in zip(items, texts) {
            guard ARN(text)?.service == "states" else { throw ServiceError.invalidARNPrefix(text) }
            guard case .version(let machine, let number) = StateMachineReference(text) else {
                throw Self.invalid("Routing configuration must contain state machine version ARNs. \(received)")
            }
            machines.insert(machine)
            routes.append(AliasRoute(version: number, weight: Int(item["weight"]?.integerValue ?? 0)))
        }
        guard let machine = machines.first, machines.count == 1 else {
            throw Self.invalid("Routing configuration must contain versions of one state machine. \(received)")
        }
        guard Set(routes.map(\.version)).count == routes.count else {
            throw Self.invalid("Routing configuration must contain distinct state machine version ARNs. \(received)")
        }
        guard routes.reduce(0, { $0 + $1.weight }) == 100 else {
            let weights = routes.map { String($0.weight) }.joined(separator: ", ")
            throw Self.invalid("Sum of routing configuration weights must equal 100. Received: [\(weights)]")
        }
        self.machine = machine
        self.routes = routes
    }

    /// As descriptions show it.
    static func json(_ alias: StateMachineAlias) -> JSON {
        .array(
            alias.routes.map { route in
                let arn = StateMachineReference.version(alias.machine, route.version).text
                return ["stateMachineVersionArn": .string(arn), "weight": .integer(Int64(route.weight))]
            })
    }

    private static func invalid(_ message: String) -> ServiceError {
        .validation(message, reason: "INVALID_ROUTING_CONFIGURATION")
    }
}

extension StateMachineEntry {
    /// Makes sure that an alias does not lead into nothing.
    func checkRoutes(_ routes: [AliasRoute]) throws(ServiceError) {
        guard routes.allSatisfy({ versions[$0.version] != nil }) else { throw .missingReference }
    }
}
