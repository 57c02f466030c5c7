import IntegrationReply
import JSONTree
import NewelPluginKit

/// `arn:aws:states:::states:startExecution`: starts an execution from a Task state. With `.sync` and `.sync:2` the engine waits for its end.
package enum StepFunctionsPlugin {
    /// The plugin; the host links its descriptor in.
    package static let plugin = Plugin(
        "StepFunctions", version: "1.0.0",
        [
            Handler(
                .integration("arn:aws:states:::states:startExecution*"), [.concurrent, .idempotent, .nonblocking],
                preparesEffects: true, answering: startExecution)
        ])

    /// Works the start out; in the host the execution begins by the commit that records the task's answer.
    private static func startExecution(_ invocation: Invocation) {
        let input: JSON
        do throws(PluginError) {
            input = try StartExecutionParameters.input(try invocation.input())
        } catch {
            invocation.fail(error)
            return
        }
        invocation.prepare("states", "StartExecution", input.bytes) { answer in
            switch answer {
            case .failure(let error): invocation.fail(StartExecutionParameters.failure(error))
            case .success(let bytes):
                guard let output = try? JSON.parse(bytes) else {
                    invocation.fail(PluginError("StepFunctions.SdkClientException", "The reply could not be read."))
                    return
                }
                invocation.succeed(StartExecutionParameters.reply(output, now: invocation.nowNanoseconds))
            }
        }
    }
}
