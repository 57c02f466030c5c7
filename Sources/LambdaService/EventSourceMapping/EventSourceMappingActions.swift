import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `CreateEventSourceMapping`.
struct CreateEventSourceMapping: AWSWire.Operation {
    static let name = "CreateEventSourceMapping"
    let mappings: EventSourceMappings
    let functions: FunctionLookup
    let dispatch: LambdaService.Dispatch
    let clock: any WallClock
    let entropy: Entropy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        guard let text = input["EventSourceArn"]?.stringValue else {
            throw .invalidParameter("EventSourceArn is required.")
        }
        guard let source = ARN(text), source.service == "sqs" else {
            throw .invalidParameter("Unrecognized event source. Newel polls SQS queues. Got: \(text)")
        }
        let function = try functions.get(input, in: context)
        try EventSourceCheck.refuseUnsupported(input)
        try await EventSourceCheck(functions: functions, dispatch: dispatch).check(source, for: function, in: context)
        let twin = mappings.all.first { $0.source == source && $0.functionARN == function.qualifiedARN }
        if let twin {
            throw ServiceError(
                "ResourceConflictException",
                "An event source mapping with SQS arn (\" \(text) \") and function (\" \(function.name) \") already exists. "
                    + "Please update or delete the existing mapping with UUID \(twin.uuid)", status: 409,
                members: [("Type", "User")])
        }
        var record = EventSourceMappingRecord(
            uuid: entropy.uuid(), source: source, functionARN: function.qualifiedARN, modifiedAt: clock.now)
        try record.configure(input)
        var tags = TagList([])
        try tags.set(input["Tags"], in: context)
        record.tags = tags.pairs
        try await mappings.insert(record)
        return OperationOutput(record.configuration(state: record.isEnabled ? "Creating" : "Disabled"), status: 202)
    }
}

/// `GetEventSourceMapping`.
struct GetEventSourceMapping: AWSWire.Operation {
    static let name = "GetEventSourceMapping"
    let mappings: EventSourceMappings

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let record = try mappings.get(input["UUID"]?.stringValue ?? "")
        return OperationOutput(record.configuration(state: mappings.state(of: record)))
    }
}

/// `ListEventSourceMappings`, of one queue or function if asked.
struct ListEventSourceMappings: AWSWire.Operation {
    static let name = "ListEventSourceMappings"
    let mappings: EventSourceMappings
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var list = mappings.all.filter { $0.territory == context.territory }
        if let source = input["EventSourceArn"]?.stringValue { list.removeAll { $0.source.text != source } }
        if let function = input["FunctionName"]?.stringValue {
            let arn = try FunctionName(requested: function, in: context.territory).fullARN
            list.removeAll { $0.functionARN != arn }
        }
        return OperationOutput(
            try ListPage(list, input, list: Self.name, pages, sizeMax: 100, position: \.uuid).output(
                "EventSourceMappings"
            ) { $0.configuration(state: mappings.state(of: $0)) })
    }
}

/// `UpdateEventSourceMapping`. Disabling is over when the poll that is out has come back: its state says so.
struct UpdateEventSourceMapping: AWSWire.Operation {
    static let name = "UpdateEventSourceMapping"
    let mappings: EventSourceMappings
    let functions: FunctionLookup
    let dispatch: LambdaService.Dispatch
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var record = try mappings.get(input["UUID"]?.stringValue ?? "")
        try EventSourceCheck.refuseUnsupported(input)
        if input["FunctionName"] != nil {
            let function = try functions.get(input, in: context)
            try await EventSourceCheck(functions: functions, dispatch: dispatch).check(
                record.source, for: function, in: context)
            record.functionARN = function.qualifiedARN
        }
        try record.configure(input)
        record.modifiedAt = clock.now
        try await mappings.replace(record)
        return OperationOutput(
            record.configuration(state: record.isEnabled ? "Enabling" : mappings.state(of: record)), status: 202)
    }
}

/// `DeleteEventSourceMapping`.
struct DeleteEventSourceMapping: AWSWire.Operation {
    static let name = "DeleteEventSourceMapping"
    let mappings: EventSourceMappings

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let record = try mappings.get(input["UUID"]?.stringValue ?? "")
        try await mappings.delete(record)
        return OperationOutput(record.configuration(state: "Deleting"), status: 202)
    }
}
