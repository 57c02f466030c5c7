import AWSWire
import StorageContract

/// What stands beside a function and goes with it: policies, configurations of asynchronous invocation, URLs.
extension FunctionCatalog {
    /// The policy at an ARN.
    func policy(at arn: String) -> FunctionPolicy? { companions.policies[arn] }

    /// Adds or replaces a policy; one without statements goes.
    func put(_ policy: FunctionPolicy) async throws(ServiceError) {
        do throws(StoreError) {
            if policy.statements.isEmpty {
                try await companions.policies.delete(key: policy.key)
            } else {
                try await companions.policies.replace(policy)
            }
        } catch { throw .unavailable(error.message) }
    }

    /// The configuration of a qualified ARN.
    func eventInvokeConfig(of arn: String) -> EventInvokeConfig? { companions.eventInvokeConfigs[arn] }

    /// Those of a function, its versions and aliases.
    func eventInvokeConfigs(of function: String) -> [EventInvokeConfig] {
        companions.eventInvokeConfigs.all.filter { $0.arn.hasPrefix("\(function):") }
    }

    /// Adds or replaces a configuration.
    func put(_ config: EventInvokeConfig) async throws(ServiceError) {
        do throws(StoreError) { try await companions.eventInvokeConfigs.replace(config) } catch {
            throw .unavailable(error.message)
        }
    }

    /// Removes a configuration.
    func deleteEventInvokeConfig(of arn: String) async throws(ServiceError) {
        do throws(StoreError) { try await companions.eventInvokeConfigs.delete(key: arn) } catch {
            throw .unavailable(error.message)
        }
    }

    /// The URL of an ARN.
    func url(of arn: String) -> FunctionURL? { companions.urls.all.first { $0.arn == arn } }

    /// The URL of an id.
    func url(id: String) -> FunctionURL? { companions.urls[id] }

    /// Those of a function and its aliases, by ARN.
    func urls(of function: String) -> [FunctionURL] {
        companions.urls.all.filter { $0.arn == function || $0.arn.hasPrefix("\(function):") }.sorted { $0.arn < $1.arn }
    }

    /// Adds or replaces a URL.
    func put(_ url: FunctionURL) async throws(ServiceError) {
        do throws(StoreError) { try await companions.urls.replace(url) } catch { throw .unavailable(error.message) }
    }

    /// Removes a URL.
    func delete(_ url: FunctionURL) async throws(ServiceError) {
        do throws(StoreError) { try await companions.urls.delete(key: url.key) } catch {
            throw .unavailable(error.message)
        }
    }

    /// What stands at an ARN or below it, to be removed with it.
    func companions(of arn: String) -> CompanionRemoval {
        func isPart(_ key: String) -> Bool { key == arn || key.hasPrefix("\(arn):") }
        return CompanionRemoval(
            policies: companions.policies.all.map(\.key).filter(isPart),
            configs: companions.eventInvokeConfigs.all.map(\.key).filter(isPart), urls: urls(of: arn).map(\.key))
    }

    /// Forgets what is gone from the disk already.
    func forget(_ removal: CompanionRemoval) async throws(StoreError) {
        for key in removal.policies { try await companions.policies.delete(key: key) }
        for key in removal.configs { try await companions.eventInvokeConfigs.delete(key: key) }
        for key in removal.urls { try await companions.urls.delete(key: key) }
    }
}
