import IntegrationReply
import JSONTree
import NewelPluginKit

/// `arn:aws:states:::events:putEvents`, with or without a task token: puts events on buses from a Task state.
package enum EventsPlugin {
    /// The plugin; the host links its descriptor in.
    package static let plugin = Plugin(
        "Events", version: "1.0.0",
        [
            Handler(
                .integration("arn:aws:states:::events:putEvents*"), [.concurrent, .idempotent, .nonblocking],
                preparesEffects: true, answering: putEvents)
        ])

    /// Works the events out; in the host they are delivered by the commit that records the task's answer.
    private static func putEvents(_ invocation: Invocation) {
        let input: JSON
        do throws(PluginError) {
            input = try PutEventsParameters.input(try invocation.input(), execution: invocation.executionARN)
        } catch {
            invocation.fail(error)
            return
        }
        invocation.prepare("events", "PutEvents", input.bytes) { answer in
            switch answer {
            case .failure(let error): invocation.fail(PutEventsParameters.failure(error))
            case .success(let bytes):
                guard let output = try? JSON.parse(bytes) else {
                    invocation.fail(PluginError("EventBridge.SdkClientException", "The reply could not be read."))
                    return
                }
                if let error = PutEventsParameters.failedEntry(output) {
                    invocation.fail(error)
                } else {
                    invocation.succeed(output)
                }
            }
        }
    }
}
