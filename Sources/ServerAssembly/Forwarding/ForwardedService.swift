import AWSSDKIntegration
import AWSWire

/// A service whose actions are called at another endpoint.
package struct ForwardedService: Sendable {
    /// In resources: `aws-sdk:dynamodb`.
    package let resource: String
    /// Under which plugins call it: `dynamodb`.
    let name: String
    /// What error names begin with: `DynamoDb`.
    let title: String
    /// What requests are signed for.
    let signingName: String
    /// Its API writes member names with a small first letter.
    let hasSmallNames: Bool
    /// What is spoken.
    let wire: JSONClientProtocol
    /// `http://127.0.0.1:8000`.
    let endpoint: String
    /// `nil`: the region of whoever calls.
    let region: String?
    /// Who signs.
    let credentials: AWSCredentials
    /// Its actions are called there although they are served here.
    let replaces: Bool

    /// How Task states see it.
    var forTasks: SDKService {
        let resource = resource
        return SDKService(
            name: name, title: title, hasSmallNames: hasSmallNames,
            naming: { reply, action in
                ResponseModels.named(
                    reply, service: resource, action: action.prefix(1).lowercased() + action.dropFirst())
            })
    }
}
