import IntegrationReply
import JSONTree
import NewelPluginKit

/// `arn:aws:states:::sns:publish`, with or without a task token: publishes a message from a Task state.
package enum SNSPlugin {
    /// The plugin; the host links its descriptor in.
    package static let plugin = Plugin(
        "SNS", version: "1.0.0",
        [
            Handler(
                .integration("arn:aws:states:::sns:publish*"), [.concurrent, .idempotent, .nonblocking],
                preparesEffects: true,
                answering: publish)
        ])

    /// Works the publish out; in the host it happens with the commit that records the task's answer.
    private static func publish(_ invocation: Invocation) {
        let input: JSON
        do throws(PluginError) {
            input = try PublishParameters.input(try invocation.input())
        } catch {
            invocation.fail(error)
            return
        }
        invocation.prepare("sns", "Publish", input.bytes) { answer in
            switch answer {
            case .failure(let error): invocation.fail(PublishParameters.failure(error))
            case .success(let bytes):
                guard let output = try? JSON.parse(bytes) else {
                    invocation.fail(PluginError("SNS.SdkClientException", "The reply could not be read."))
                    return
                }
                invocation.succeed(PublishParameters.reply(output, now: invocation.nowNanoseconds))
            }
        }
    }
}
