/// What the wire must know of one AWS service: actions, shapes, errors, and which protocol it speaks.
package final class ServiceModel: Sendable {
    /// How a service words failed checks of its input.
    package enum CheckStyle: String, Sendable {
        /// `ValidationException`, "1 validation error detected: …".
        case coral
        /// The same words as `ValidationError`.
        case query
        /// The same words as `InvalidParameterException`: CloudWatch Logs.
        case parameter
        /// SQS: `MissingParameter`; everything else is the action's own business.
        case sqs
        /// S3: what XML and headers may hold is checked as they are read, the rest is the action's own business.
        case none
    }

    /// The service's name in the dispatcher and in SigV4 scopes: `states`.
    package let service: String
    /// `json`, `query`, `rest-json` or `rest-xml`.
    package let wireProtocol: String
    /// `1.0`; empty when the service does not speak awsJson.
    package let jsonVersion: String
    /// `AWSStepFunctions`; empty when the service does not speak awsJson.
    package let targetPrefix: String
    /// `2012-11-05`.
    package let version: String
    /// The XML namespace of query replies.
    package let namespace: String
    package let checkStyle: CheckStyle
    package let shapes: [Shape]
    package let actions: [String: ActionShape]
    /// By shape name and by query code.
    package let errors: [String: ErrorShape]
    /// The actions of a REST service, in the order in which their paths are tried.
    package let routes: [ActionShape]

    package init(
        service: String, wireProtocol: String, jsonVersion: String, targetPrefix: String, version: String,
        namespace: String,
        checkStyle: CheckStyle, shapes: [Shape], actions: [ActionShape], errors: [String: ErrorShape]
    ) {
        self.service = service
        self.wireProtocol = wireProtocol
        self.jsonVersion = jsonVersion
        self.targetPrefix = targetPrefix
        self.version = version
        self.namespace = namespace
        self.checkStyle = checkStyle
        self.shapes = shapes
        self.actions = Dictionary(actions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.errors = errors.merging(errors.values.map { ($0.queryCode, $0) }) { named, _ in named }
        routes = actions.filter { !$0.segments.isEmpty }
    }

    /// Whether requests may come in the query protocol.
    package var speaksQuery: Bool { !namespace.isEmpty && wireProtocol != "rest-xml" }

    /// All models the wire knows.
    package static let all: [ServiceModel] = [
        stepFunctions, sqs, sns, lambda, sts, iam, logs, s3, kms, events, cloudFormation, ssm,
    ]
}
