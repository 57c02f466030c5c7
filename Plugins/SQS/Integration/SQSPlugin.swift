import IntegrationReply
import JSONTree
import NewelPluginKit

/// `arn:aws:states:::sqs:sendMessage`, with or without a task token: sends a message from a Task state.
package enum SQSPlugin {
    /// The plugin; the host links its descriptor in.
    package static let plugin = Plugin(
        "SQS", version: "1.0.0",
        [
            Handler(
                .integration("arn:aws:states:::sqs:sendMessage*"), [.concurrent, .idempotent, .nonblocking],
                preparesEffects: true,
                answering: sendMessage)
        ])

    /// Works the message out; in the host it is sent by the commit that records the task's answer.
    private static func sendMessage(_ invocation: Invocation) {
        let input: JSON
        do throws(PluginError) {
            input = try SendMessageParameters.input(try invocation.input())
        } catch {
            invocation.fail(error)
            return
        }
        invocation.prepare("sqs", "SendMessage", input.bytes) { answer in
            switch answer {
            case .failure(let error): invocation.fail(SendMessageParameters.failure(error))
            case .success(let bytes):
                guard let output = try? JSON.parse(bytes) else {
                    invocation.fail(PluginError("SQS.SdkClientException", "The reply could not be read."))
                    return
                }
                invocation.succeed(SendMessageParameters.reply(output, now: invocation.nowNanoseconds))
            }
        }
    }
}
