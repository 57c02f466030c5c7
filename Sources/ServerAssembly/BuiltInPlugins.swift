import AWSSDKIntegration
import DynamoDBIntegration
import EventsIntegration
import HTTPInvokeIntegration
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
    ///
    /// - Parameters:
    ///   - http: What makes requests to servers elsewhere.
    ///   - forwards: Services that are not here, or not to be called here.
    static func link(
        into host: PluginHost, http: HTTPInvokePlugin, forwards: [ForwardedService]
    ) throws(ServerError) {
        let forwarded = Dictionary(
            forwards.map { ($0.resource, $0.forTasks) }, uniquingKeysWith: { _, last in last })
        let tables = forwards.contains { $0.resource == "dynamodb" } ? [DynamoDBPlugin.plugin] : []
        for plugin in tables + [
            SQSPlugin.plugin, SNSPlugin.plugin, LambdaInvokePlugin.plugin, StepFunctionsPlugin.plugin,
            EventsPlugin.plugin, AWSSDKPlugin.plugin(forwarded: forwarded), http.plugin,
        ] {
            do throws(LoadFailure) { try host.linkIn(plugin.descriptor) } catch {
                throw ServerError("A built-in plugin does not load: \(error)")
            }
        }
    }
}
