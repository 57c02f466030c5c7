import AWSWire
import JSONTree
import ResourceNames

/// `ListActivities`, by name.
struct ListActivities: AWSWire.Operation {
    static let name = "ListActivities"
    let activities: Activities
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let list = "activities:\(context.territory.account):\(context.territory.region)"
        let page = try pages.page(
            of: activities.all(in: context.territory), StatesInput(input), list: list, position: { $0.arn.name },
            isAfter: { $0.arn.name > $1 })
        var output = JSONObject([
            (
                "activities",
                .array(
                    page.items.map { record in
                        [
                            "activityArn": .string(record.arn.text), "name": .string(record.arn.name),
                            "creationDate": record.createdAt.json,
                        ]
                    })
            )
        ])
        if let token = page.nextToken { output["nextToken"] = token }
        return OperationOutput(.object(output))
    }
}
