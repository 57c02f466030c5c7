import IntegrationReply
import JSONTree
import NewelPluginKit

/// `arn:aws:states:::aws-sdk:sfn:*`: every action of Step Functions from a Task state, as AWS's SDK for Java would call it.
package enum SfnSDKPlugin {
    /// The plugin; the host links its descriptor in.
    package static let plugin = Plugin(
        "SfnSDK", version: "1.0.0",
        [Handler(.integration("arn:aws:states:::aws-sdk:sfn:*"), [.concurrent, .nonblocking], answering: call)])

    private static func call(_ invocation: Invocation) {
        let input: JSON
        do throws(PluginError) { input = SfnShape.input(try invocation.input()) } catch {
            invocation.fail(error)
            return
        }
        let name = invocation.resourceARN.split(separator: ":").last.map(String.init) ?? ""
        let action = name.prefix { $0 != "." }
        invocation.api("states", SfnShape.capitalised(action), input.bytes) { answer in
            switch answer {
            case .failure(let error): invocation.fail(SfnShape.failure(error))
            case .success(let bytes):
                guard let output = try? JSON.parse(bytes) else {
                    invocation.fail(PluginError("Sfn.SdkClientException", "The reply could not be read."))
                    return
                }
                invocation.succeed(SfnShape.output(output))
            }
        }
    }
}
