import AWSWire
import Digests
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
        var before: String?
        if let token = try input.text("NextToken") {
            guard let bytes = Base64.decode(token) else { throw .validation("Invalid NextToken: \(token)") }
            before = "\(stack.key)/\(String(decoding: bytes, as: UTF8.self))"
        }
        let found = try await catalogue.events(of: stack, before: before, limit: Limits.page)
        var answer: JSONObject = ["StackEvents": .array(found.map(\.shape))]
        if found.count == Limits.page, let last = found.last {
            answer["NextToken"] = .string(Base64.encode(last.key.dropFirst(stack.key.count + 1).utf8))
        }
        return OperationOutput(.object(answer))
    }
}
