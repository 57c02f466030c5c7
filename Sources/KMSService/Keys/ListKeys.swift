import AWSWire
import JSONTree

/// `ListKeys`, by id.
struct ListKeys: Operation {
    static let name = "ListKeys"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let page = try ListPage(
            catalogue.keys(of: context.territory), ActionInput(input), list: Self.name, catalogue.pages
        ) { $0.id }
        return OperationOutput(page.shape("Keys") { ["KeyId": .string($0.id), "KeyArn": .string($0.arn)] })
    }
}
