import AWSWire
import ExecutionEngine
import PluginHost

/// Makes versions.
struct FunctionPublishing: Sendable {
    let catalog: FunctionCatalog
    let host: PluginHost
    let entropy: Entropy

    /// Publishes a function as it is now; the version there is already, when nothing has changed since.
    ///
    /// - Parameters:
    ///   - description: Of the version; `nil`: the function's.
    ///   - check: Looks at the function first; what it throws ends the action.
    func publish(
        _ function: FunctionRecord, description: String?,
        check: (FunctionRecord) throws(ServiceError) -> Void = { _ throws(ServiceError) in }
    ) async throws(ServiceError) -> FunctionVersion {
        try await catalog.changing { catalog throws(ServiceError) in
            guard var latest = catalog.find(function.name, in: function.territory) else {
                throw .functionNotFound(function.arn)
            }
            let pin = try pin(of: latest)
            latest.build = pin?.sha256
            try check(latest)
            if let last = catalog.version(latest.published, of: latest.arn), last.isUnchanged(latest, pin: pin) {
                return last
            }
            latest.published += 1
            let version = FunctionVersion(
                latest.published, of: latest, pin: pin, description: description, revisionID: entropy.uuid())
            latest.revisionID = entropy.uuid()
            try await catalog.insert(version, of: latest)
            return version
        }
    }

    /// The build that an installed function runs now; `nil` for an upload, which is what it is.
    ///
    /// - Throws: when the plugin it names is not there.
    private func pin(of function: FunctionRecord) throws(ServiceError) -> PinnedBuild? {
        guard case .installed(let uri) = function.code else { return nil }
        guard let installed = host.installedFunction(String(uri.dropFirst("plugin://".count))),
            !installed.buildID.isEmpty
        else {
            throw .invalidParameter("Source image \(uri) does not exist. 'newel plugin list' shows what is installed.")
        }
        return PinnedBuild(sha256: installed.buildID, handler: installed.name)
    }
}
