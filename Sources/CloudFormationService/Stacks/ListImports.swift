import AWSWire
import JSONTree

/// `ListImports`: which stacks use an export.
struct ListImports: Operation {
    static let name = "ListImports"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let export = try input.requiredText("ExportName")
        let names = catalogue.importers(of: export, in: context.territory)
        guard !names.isEmpty else { throw .validation("Export '\(export)' is not imported by any stack.") }
        return try ListPage.shape(names, member: "Imports", input, catalogue.pages) { .string($0) }
    }
}
