import JSONTree
import NewelPluginKit

/// `arn:aws:states:::aws-sdk:SERVICE:ACTION`, with or without a task token: calls an action of a service that is served here or that
/// calls are forwarded to.
package enum AWSSDKPlugin {
    /// The plugin; the host links its descriptor in.
    ///
    /// - Parameter forwarded: Further services by their names in resources; they win over those served here.
    package static func plugin(forwarded: [String: SDKService]) -> Plugin {
        Plugin(
            "AWSSDK", version: "1.0.0",
            [
                Handler(
                    .integration("arn:aws:states:::aws-sdk:*"), [.concurrent, .nonblocking],
                    answering: { call($0, forwarded) })
            ])
    }

    private static func call(_ invocation: Invocation, _ forwarded: [String: SDKService]) {
        let parts = invocation.resourceARN.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 8, let service = forwarded[String(parts[6])] ?? SDKService(parts[6]) else {
            let name = parts.count > 6 ? String(parts[6]) : ""
            invocation.fail(
                PluginError(
                    "States.TaskFailed",
                    "Nothing serves '\(name)' here: forward it with 'newel up --forward \(name)=URL', or install a plugin whose handler is 'arn:aws:states:::aws-sdk:\(name):*'."
                ))
            return
        }
        let action = String(parts[7].prefix { $0 != "." }).capitalisedFirst
        let input: JSON
        do throws(PluginError) { input = try invocation.input() } catch {
            invocation.fail(error)
            return
        }
        invocation.api(service.name, action, service.input(input, of: action).bytes) { answer in
            switch answer {
            case .failure(let error): invocation.fail(service.failure(error))
            case .success(let bytes):
                guard let output = try? JSON.parse(bytes) else {
                    invocation.fail(PluginError("\(service.title).SdkClientException", "The reply could not be read."))
                    return
                }
                invocation.succeed(service.output(output, of: action))
            }
        }
    }
}
