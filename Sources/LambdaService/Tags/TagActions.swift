import AWSWire
import JSONTree

/// `TagResource`.
struct TagResource: AWSWire.Operation {
    static let name = "TagResource"
    let tags: ResourceTags

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await tags.change(Tagged(input)) { list throws(ServiceError) in try list.set(input["Tags"], in: context) }
        return OperationOutput(status: 204)
    }
}

/// `UntagResource`.
struct UntagResource: AWSWire.Operation {
    static let name = "UntagResource"
    let tags: ResourceTags

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await tags.change(Tagged(input)) { list throws(ServiceError) in list.remove(input["TagKeys"]) }
        return OperationOutput(status: 204)
    }
}

/// `ListTags`.
struct ListTags: AWSWire.Operation {
    static let name = "ListTags"
    let tags: ResourceTags

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["Tags": try tags.list(Tagged(input)).json])
    }
}

/// Where the tags of functions and mappings are kept: in their records.
struct ResourceTags {
    let catalog: FunctionCatalog
    let mappings: EventSourceMappings

    /// - Throws: `ResourceNotFoundException`.
    func list(_ tagged: Tagged) throws(ServiceError) -> TagList {
        switch tagged {
        case .function(let name): TagList(try catalog.get(name).tags)
        case .mapping(let uuid): TagList(try mappings.get(uuid).tags)
        }
    }

    /// Changes tags; what they are on keeps its revision and the time of its last change, as on AWS.
    func change(
        _ tagged: Tagged, _ edit: (inout TagList) throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        switch tagged {
        case .function(let name):
            try await catalog.changing { catalog throws(ServiceError) in
                var record = try catalog.get(name)
                var list = TagList(record.tags)
                try edit(&list)
                record.tags = list.pairs
                try await catalog.replace(record)
            }
        case .mapping(let uuid):
            var record = try mappings.get(uuid)
            var list = TagList(record.tags)
            try edit(&list)
            record.tags = list.pairs
            try await mappings.replace(record)
        }
    }
}
