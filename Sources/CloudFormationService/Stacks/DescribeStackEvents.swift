import AWSWire
import JSONTree

/// `DescribeStackEvents`: newest first.
struct DescribeStackEvents: Operation {
    static let name = "DescribeStackEvents"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let name = try input.requiredText("StackName")
        guard let stack = catalogue.find(name, in: context.territory) else {
            throw .validation("Stack [\(name)] does not exist")
        }
        let (pages, token) = (catalogue.pages, try input.text("NextToken"))
        let before = try pages.position(
            token, list: stack.key, refusal: .validation("Invalid NextToken: \(token ?? "")")
        ).map { "\(stack.key)/\($0)" }
        let found = try await catalogue.events(of: stack, before: before, limit: Limits.page)
        var answer: JSONObject = ["StackEvents": .array(found.map(\.shape))]
        if found.count == Limits.page, let last = found.last {
            let position = String(last.key.dropFirst(stack.key.count + 1))
            answer["NextToken"] = .string(pages.token(position, list: stack.key))
        }
        return OperationOutput(.object(answer))
    }
}
