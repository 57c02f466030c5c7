import AWSWire
import JSONTree

/// `ListExports`: what stacks of an account and region export, by name.
struct ListExports: Operation {
    static let name = "ListExports"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try ListPage.shape(
            catalogue.exports(in: context.territory), member: "Exports", ActionInput(input), catalogue.pages
        ) { export in
            [
                "ExportingStackId": .string(export.stack.id), "Name": .string(export.output.exportName ?? ""),
                "Value": .string(export.output.value),
            ]
        }
    }
}
