import AWSSDKIntegration
import LambdaInvokeIntegration
import NewelPluginKit
import PluginHost
import PluginRuntime
import SNSIntegration
import SQSIntegration
import StepFunctionsIntegration

/// The integrations that are in the executable, behind the same descriptor as every other plugin.
enum BuiltInPlugins {
    /// Links them in, before the host starts.
    static func link(into host: PluginHost) throws(ServerError) {
        for plugin in [
            SQSPlugin.plugin, SNSPlugin.plugin, LambdaInvokePlugin.plugin, StepFunctionsPlugin.plugin, AWSSDKPlugin.plugin,
        ] {
            do throws(LoadFailure) { try host.linkIn(plugin.descriptor) } catch {
                throw ServerError("A built-in plugin does not load: \(error)")
            }
        }
    }
}
