import AWSWire
import JSONTree

/// `ListChangeSets`.
struct ListChangeSets: Operation {
    static let name = "ListChangeSets"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let name = try input.requiredText("StackName")
        guard let stack = catalogue.find(name, in: context.territory) else {
            throw .validation("Stack [\(name)] does not exist")
        }
        return try ListPage.shape(catalogue.changeSets(of: stack), member: "Summaries", input, catalogue.pages) {
            .object($0.shape(of: stack))
        }
    }
}
