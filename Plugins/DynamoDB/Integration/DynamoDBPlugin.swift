import IntegrationReply
import JSONTree
import NewelPluginKit

/// `arn:aws:states:::dynamodb:getItem` and its kin: reads and writes items of a table service that calls are forwarded to.
///
/// Source: AWS Step Functions developer guide, "Perform DynamoDB CRUD operations with Step Functions".
package enum DynamoDBPlugin {
    /// The plugin; the host links its descriptor in when there is a table service.
    package static let plugin = Plugin(
        "DynamoDB", version: "1.0.0",
        [Handler(.integration("arn:aws:states:::dynamodb:*"), [.concurrent, .nonblocking], answering: call)])

    private static func call(_ invocation: Invocation) {
        let input: JSON
        do throws(PluginError) {
            guard var members = try invocation.input().objectValue else {
                throw PluginError("States.Runtime", "The Parameters of a DynamoDB task must be an object.")
            }
            members["$metadata"] = true
            input = .object(members)
        } catch {
            invocation.fail(error)
            return
        }
        let name = invocation.resourceARN.split(separator: ":").last ?? ""
        let action = name.prefix(1).uppercased() + name.dropFirst()
        invocation.api("dynamodb", action, input.bytes) { answer in
            switch answer {
            case .failure(let error): invocation.fail(failure(error))
            case .success(let bytes):
                guard let output = try? JSON.parse(bytes) else {
                    invocation.fail(PluginError("DynamoDB.SdkClientException", "The reply could not be read."))
                    return
                }
                invocation.succeed(IntegrationReply.shapeAsReceived(output))
            }
        }
    }

    /// The task's error: `DynamoDB.ConditionalCheckFailedException`.
    static func failure(_ error: APIError) -> PluginError {
        let name = error.code.hasSuffix("Exception") ? error.code : "\(error.code)Exception"
        return IntegrationReply.failure(
            error, prefix: "DynamoDB", service: "AmazonDynamoDBv2", exceptions: [error.code: name],
            causeCode: error.code)
    }
}
