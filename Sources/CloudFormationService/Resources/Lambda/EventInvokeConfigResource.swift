import AWSWire
import JSONTree

/// `AWS::Lambda::EventInvokeConfig`.
struct EventInvokeConfigResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Lambda::EventInvokeConfig",
        "FunctionName*! Qualifier*! DestinationConfig MaximumEventAgeInSeconds MaximumRetryAttempts")

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "PutFunctionEventInvokeConfig", work.properties)
        work.physicalID = work.name
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "PutFunctionEventInvokeConfig", work.properties)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "DeleteFunctionEventInvokeConfig", work.only("FunctionName", "Qualifier"))
    }
}
