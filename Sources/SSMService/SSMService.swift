import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// AWS Systems Manager, as far as parameters go: texts under names, with versions, labels and tags.
package struct SSMService: Sendable {
    /// Runs an action of another service through the one dispatcher.
    package typealias RunAction =
        @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext)
        async throws(ServiceError) -> OperationOutput
    /// Finds, or makes, the key that seals parameters for which nobody names one; the key's ARN.
    package typealias FindOwnKey = @Sendable (_ territory: Territory) async throws(ServiceError) -> String

    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// The tags of a parameter, by its ARN; `nil` for none that is there.
    package let tags: @Sendable (_ arn: String) -> [(key: String, value: String)]?

    /// Reads what exists.
    ///
    /// - Parameters:
    ///   - run: How keys of KMS are used: as who asks, so that they must be allowed to.
    ///   - ownKey: The key behind `alias/aws/ssm`.
    package init(
        store: any Store, clock: any WallClock, run: @escaping RunAction, ownKey: @escaping FindOwnKey
    ) throws(StoreError) {
        let catalogue = try ParameterCatalogue(store: store, clock: clock)
        tags = { text in
            guard let arn = ARN(text) else { return nil }
            let territory = Territory(account: arn.account, region: arn.region)
            return (try? catalogue.parameter(ParameterReference(text, in: territory), for: territory))?.tags.textPairs
        }
        let secrets = SecretKeeper(run: run, ownKey: ownKey)
        let pages = PageTokens(clock: clock)
        actions = ServiceActions(
            service: "ssm",
            [
                PutParameter(catalogue: catalogue, secrets: secrets),
                GetParameter(catalogue: catalogue, secrets: secrets),
                GetParameters(catalogue: catalogue, secrets: secrets),
                GetParametersByPath(catalogue: catalogue, secrets: secrets, pages: pages),
                GetParameterHistory(catalogue: catalogue, secrets: secrets, pages: pages),
                DescribeParameters(catalogue: catalogue, pages: pages),
                DeleteParameter(catalogue: catalogue), DeleteParameters(catalogue: catalogue),
                LabelParameterVersion(catalogue: catalogue), UnlabelParameterVersion(catalogue: catalogue),
                AddTagsToResource(catalogue: catalogue), RemoveTagsFromResource(catalogue: catalogue),
                ListTagsForResource(catalogue: catalogue),
            ])
    }
}
