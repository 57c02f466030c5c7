import IntegrationReply
import JSONTree
import NewelPluginKit

/// `arn:aws:states:::lambda:invoke`, with or without a task token: calls a function from a Task state.
package enum LambdaInvokePlugin {
    /// The plugin; the host links its descriptor in.
    package static let plugin = Plugin(
        "LambdaInvoke", version: "1.0.0",
        [Handler(.integration("arn:aws:states:::lambda:invoke*"), [.concurrent, .nonblocking], answering: invoke)])

    private static func invoke(_ invocation: Invocation) {
        let input: JSON
        do throws(PluginError) {
            input = try InvokeParameters.input(try invocation.input())
        } catch {
            invocation.fail(error)
            return
        }
        invocation.api("lambda", "Invoke", input.bytes) { answer in
            switch answer {
            case .failure(let error): invocation.fail(InvokeParameters.failure(error))
            case .success(let bytes):
                guard let output = try? JSON.parse(bytes) else {
                    invocation.fail(PluginError("Lambda.SdkClientException", "The reply could not be read."))
                    return
                }
                do throws(PluginError) {
                    invocation.succeed(try InvokeParameters.reply(output, now: invocation.nowNanoseconds))
                } catch {
                    invocation.fail(error)
                }
            }
        }
    }
}
