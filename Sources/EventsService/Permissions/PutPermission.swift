import AWSWire
import JSONTree

/// `PutPermission`: lets other accounts put events on a bus, by one statement more or by a whole policy.
struct PutPermission: Operation {
    static let name = "PutPermission"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try input.bus(context)
        if let policy = try input.text("Policy") {
            for member in ["Action", "Principal", "StatementId", "Condition"] where input.value(member) != nil {
                throw .invalid("Parameter \(member) cannot be given together with Policy.")
            }
            try EventBusPolicy.check(policy)
            try await catalogue.changeBus(key) { $0.policy = policy }
            return OperationOutput()
        }
        let statement = try Self.statement(input, on: key)
        try await catalogue.changeBus(key) { bus throws(ServiceError) in
            var policy = EventBusPolicy(of: bus)
            policy.put(statement)
            if let text = policy.text { try EventBusPolicy.check(text) }
            bus.policy = policy.text
        }
        return OperationOutput()
    }

    private static func statement(_ input: ActionInput, on key: BusKey) throws(ServiceError) -> JSON {
        let (id, action) = (try input.requiredText("StatementId"), try input.requiredText("Action"))
        let principal = try input.requiredText("Principal")
        guard action == "events:PutEvents" else {
            throw .invalid("Provided value in parameter 'action' is not supported.")
        }
        var statement: JSONObject = [
            "Sid": .string(id), "Effect": "Allow",
            "Principal": principal == "*" ? "*" : ["AWS": .string("arn:aws:iam::\(principal):root")],
            "Action": .string(action), "Resource": .string(key.arn),
        ]
        if let condition = input.value("Condition") {
            guard let type = condition["Type"]?.stringValue, let name = condition["Key"]?.stringValue,
                let value = condition["Value"]
            else { throw .invalid("A condition has Type, Key and Value.") }
            statement["Condition"] = .object([type: .object([name: value])])
        }
        return .object(statement)
    }
}
