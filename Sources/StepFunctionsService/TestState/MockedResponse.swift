import AWSWire
import JSONTree
import StatesLanguage

/// The response of the AWS action that stands behind a resource.
struct MockedResponse {
    /// Integrations whose names differ from those of the API they call.
    private static let services = [
        "bedrock": "bedrockruntime", "elasticmapreduce": "emr", "emr-containers": "emrcontainers",
        "emr-serverless": "emrserverless", "events": "eventbridge", "states": "sfn",
    ]
    /// Members that integrations hand on in a form of their own, mostly as JSON where the API has a text or bytes.
    private static let open: [String: Set<String>] = [
        "lambda:invoke": ["Payload"], "bedrock:invokeModel": ["Body"],
        "states:startExecution.sync": ["StartDate", "StopDate"],
        "states:startExecution.sync:2": ["StartDate", "StopDate", "Input", "Output"],
    ]

    private let service: String
    private let action: String
    private let open: Set<String>

    /// `nil` for what no API model describes: functions, activities, HTTP calls, and tasks that a token ends.
    init?(of resource: TaskResource) {
        guard resource.kind == .integration, !resource.waitsForToken else { return nil }
        let name = resource.handler.split(separator: ":").last.map(String.init) ?? ""
        let type = resource.resourceType
        open = Self.open["\(type):\(resource.action)"] ?? []
        if type.hasPrefix("aws-sdk:") {
            service = String(type.dropFirst("aws-sdk:".count))
            action = name
            return
        }
        service = Self.services[type] ?? type
        guard resource.sync > 0 else {
            action = name
            return
        }
        // The result is what tells how the job stands; of other jobs a part of that is handed on, each time another.
        guard type == "states", name == "startExecution" else { return nil }
        action = "describeExecution"
    }

    /// What is wrong with a result; `nil` when nothing is, or nothing is known of the action.
    ///
    /// - Parameter isComplete: Whether required members must be there.
    func problem(of result: JSON, isComplete: Bool) -> String? {
        ResponseModels.problem(of: result, service: service, action: action, isComplete: isComplete, open: open)
    }
}
