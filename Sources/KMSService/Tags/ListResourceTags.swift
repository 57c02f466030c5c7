import AWSWire
import JSONTree

/// `ListResourceTags`, by name.
struct ListResourceTags: Operation {
    static let name = "ListResourceTags"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let key = try catalogue.key(request.requiredText("KeyId"), in: context.territory)
        let tags = key.tags.map { (name: $0.key, value: $0.value) }.sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
        let page = try ListPage(tags, request, size: Limits.tagsPage, list: Self.name, catalogue.pages) { $0.name }
        return OperationOutput(page.shape("Tags") { ["TagKey": .string($0.name), "TagValue": $0.value] })
    }
}
