import JSONPathLanguage
import JSONTree
import ResourceNames

/// `Task`: calls a function, an activity or a service, and waits for its answer.
package struct TaskState: Sendable {
    /// What is called.
    package var resource: TaskResource
    /// What is handed over; absent: the effective input.
    package var parameters: ValueTemplate?
    /// Shapes the result.
    package var resultSelector: PayloadTemplate?
    /// Where the result goes in the input.
    package var resultPath: OptionalPath<ReferencePath>
    /// Seconds until `States.Timeout`.
    package var timeout: NumberSource?
    /// Seconds without a heartbeat until `States.HeartbeatTimeout`.
    package var heartbeat: NumberSource?
    /// `Credentials`: yields an object with `RoleArn`.
    package var credentials: ValueTemplate?
    /// Tried in order.
    package var retry: [Retrier]
    /// Tried in order, once no retrier helps.
    package var catchers: [Catcher]
    /// Where it leads when all is well.
    package var next: Transition

    /// Puts a state together.
    package init(
        resource: TaskResource, parameters: ValueTemplate? = nil, resultSelector: PayloadTemplate? = nil,
        resultPath: OptionalPath<ReferencePath> = .whole, timeout: NumberSource? = nil, heartbeat: NumberSource? = nil,
        credentials: ValueTemplate? = nil, retry: [Retrier] = [], catchers: [Catcher] = [], next: Transition
    ) {
        self.resource = resource
        self.parameters = parameters
        self.resultSelector = resultSelector
        self.resultPath = resultPath
        self.timeout = timeout
        self.heartbeat = heartbeat
        self.credentials = credentials
        self.retry = retry
        self.catchers = catchers
        self.next = next
    }
}

extension TaskState {
    /// What may stand in such a state beside the fields of every state, in JSONPath.
    static let fieldNames: Set<String> = [
        "Resource", "InputPath", "OutputPath", "Parameters", "ResultSelector", "ResultPath", "TimeoutSeconds",
        "TimeoutSecondsPath",
        "HeartbeatSeconds", "HeartbeatSecondsPath", "Credentials", "Retry", "Catch", "Assign", "Next", "End",
    ]

    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ fields: Fields, in graph: GraphReading) -> TaskState? {
        fields.require(["Resource"])
        let resource = fields.text("Resource").flatMap { readResource($0, fields, graph) }
        let parameters = fields.arguments()
        let selector = fields.template("ResultSelector")
        let resultPath = fields.resultPath()
        let timeout = fields.numberSource("TimeoutSeconds", 1...Limits.secondsMax)
        let heartbeat = fields.numberSource("HeartbeatSeconds", 1...Limits.secondsMax)
        let credentials = readCredentials(fields, of: resource)
        let retry = Retrier.read(fields)
        let catchers = Catcher.read(fields, in: graph)
        let next = graph.transition(of: fields)
        if case .constant(let limit) = timeout, case .constant(let beat) = heartbeat, beat >= limit {
            fields.refuse("HeartbeatSeconds", "HeartbeatSeconds must be smaller than TimeoutSeconds")
        }
        guard let resource, let next else { return nil }
        return TaskState(
            resource: resource, parameters: parameters, resultSelector: selector, resultPath: resultPath,
            timeout: timeout,
            heartbeat: heartbeat, credentials: credentials, retry: retry, catchers: catchers, next: next)
    }

    private static func readResource(_ text: String, _ fields: Fields, _ graph: GraphReading) -> TaskResource? {
        guard ARN(text) != nil else {
            fields.refuse("Resource", "Value is not a valid resource ARN")
            return nil
        }
        guard let resource = TaskResource(text),
            IntegrationTable.knows(resource) || graph.definition.isServed(resource.handler)
        else {
            fields.refuse(
                "Resource",
                "The resource provided \(text) is not recognized. The value is not a valid resource ARN, or the resource is not "
                    + "available in this region.")
            return nil
        }
        if graph.type == .express { checkExpress(resource, fields) }
        checkParameters(of: resource, fields)
        return resource
    }

    /// EXPRESS executions leave no token behind to be answered later. The spaces are AWS's.
    private static func checkExpress(_ resource: TaskResource, _ fields: Fields) {
        if resource.kind == .activity {
            fields.refuse("Resource", "Express state machine does not support Activity ARN")
        } else if resource.waitsForToken {
            fields.refuse("Resource", "Express state machine does not support '.waitForTaskToken' service integration ")
        } else if resource.sync > 0 {
            fields.refuse("Resource", "Express state machine does not support '.sync' service integration ")
        }
    }

    private static func checkParameters(of resource: TaskResource, _ fields: Fields) {
        guard resource.kind == .integration else { return }
        guard let parameters = fields.object[fields.argumentsName] else {
            fields.problems.error(
                "\(fields.argumentsName) field is required for resource ARN: \(resource.text)", at: fields.place)
            return
        }
        guard let given = parameters.objectValue else { return }
        for name in IntegrationTable.requiredParameters(of: resource)
        where given[name] == nil && given["\(name).$"] == nil {
            fields.refuse(fields.argumentsName, "The field '\(name)' is required but was missing")
        }
    }

    private static func readCredentials(_ fields: Fields, of resource: TaskResource?) -> ValueTemplate? {
        guard let credentials = fields.nested("Credentials") else { return nil }
        if resource?.kind == .activity {
            fields.refuse("Credentials", "The field 'Credentials' is not supported for activities")
        }
        if !credentials.has("RoleArn"), !credentials.has("RoleArn.$") {
            fields.refuse("Credentials", "The field 'RoleArn' is required but was missing")
        }
        return fields.value("Credentials")
    }
}
