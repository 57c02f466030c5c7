import AWSWire
import JSONTree

/// `DescribeEvents`: of a stack, of one of its operations, or of a change set; newest first.
struct DescribeEvents: Operation {
    static let name = "DescribeEvents"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let isFailedOnly = try ActionInput(input.value("Filters") ?? .emptyObject).flag("FailedEvents")
        if let name = try input.text("ChangeSetName") {
            let (set, stack) = try catalogue.changeSet(name, of: try input.text("StackName"), in: context.territory)
            let event = set.operationEvent(of: stack)
            let isTold = !isFailedOnly || event.isFailure
            return OperationOutput(["OperationEvents": .array(isTold ? [event.shape] : [])])
        }
        let (operation, stackName) = (try input.text("OperationId"), try input.text("StackName"))
        let stack: Stack
        if let stackName {
            stack = try catalogue.get(stackName, in: context.territory)
        } else if let operation {
            guard
                let found = catalogue.all(in: context.territory).first(where: {
                    $0.recent.contains { $0.id == operation }
                })
            else { throw .validation("Operation [\(operation)] does not exist") }
            stack = found
        } else {
            throw .validation("One of ChangeSetName, OperationId or StackName must be specified as input.")
        }
        return try await page(of: stack, input) { event in
            (operation == nil || event.operation?.id == operation) && (!isFailedOnly || event.isFailure)
        }
    }

    private func page(
        of stack: Stack, _ input: ActionInput, where isWanted: (OperationEvent) -> Bool
    ) async throws(ServiceError) -> OperationOutput {
        let (pages, token) = (catalogue.pages, try input.text("NextToken"))
        let list = "\(Self.name)/\(stack.key)"
        var before = try pages.position(
            token, list: list, refusal: .validation("Invalid NextToken: \(token ?? "")")
        ).map { "\(stack.key)/\($0)" }
        var events: [JSON] = []
        while events.isEmpty {
            let found = try await catalogue.events(of: stack, before: before, limit: Limits.page)
            events += found.map { OperationEvent($0.shape, of: stack) }.filter(isWanted).map(\.shape)
            guard found.count == Limits.page, let last = found.last else {
                return OperationOutput(["OperationEvents": .array(events)])
            }
            before = last.key
        }
        let position = String((before ?? "").dropFirst(stack.key.count + 1))
        return OperationOutput([
            "OperationEvents": .array(events), "NextToken": .string(pages.token(position, list: list)),
        ])
    }
}
