import AWSWire
import JSONTree

/// `ListLogGroups`: groups by name, those whose names hold a part or begin with it.
///
/// Source: API reference, `ListLogGroups`: parts are separated by `|`, `^` stands for the beginning.
struct ListLogGroups: Operation {
    static let name = "ListLogGroups"
    let catalogue: LogCatalogue
    let sink: LogSink

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        await sink.flush()
        let request = ActionInput(input)
        let parts = (try request.text("logGroupNamePattern") ?? "").split(separator: "|").map(String.init)
        let storageClass = try request.text("logGroupClass")
        let found = catalogue.groups(of: context.territory).filter { group in
            (parts.isEmpty || parts.contains { Self.matches(group.id.name, $0) })
                && (storageClass ?? group.storageClass) == group.storageClass
        }
        let page = try ListPage(found, request, list: "all groups", catalogue.clock, limitMax: Limits.groupsPage) {
            $0.id.name
        }
        return OperationOutput(
            page.shape("logGroups") { group in
                [
                    "logGroupName": .string(group.id.name), "logGroupArn": .string(group.id.arn),
                    "logGroupClass": .string(group.storageClass),
                ]
            })
    }

    private static func matches(_ name: String, _ part: String) -> Bool {
        part.hasPrefix("^") ? name.hasPrefix(part.dropFirst()) : name.holds(part)
    }
}
