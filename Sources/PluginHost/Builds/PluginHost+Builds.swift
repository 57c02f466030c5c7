// Builds, for whoever runs the host.
extension PluginHost {
    /// All handlers that are there without CreateFunction, and the dropped-in packages with their builds. Waits for a look at the directories.
    package func inventory() async throws(PackageProblem) -> (
        handlers: [InstalledHandler], packages: [DroppedInPackage]
    ) {
        try await onThread { host throws(PackageProblem) in (host.installed(), try host.catalog.packages()) }
    }

    /// Serves an earlier build of a dropped-in package again, until its file changes; it has come up in a worker by then.
    ///
    /// - Parameters:
    ///   - name: Of the package, of one of its handlers, or of its file or folder.
    ///   - sha256: The beginning of the build's; `nil`: the one before the active one.
    /// - Throws: when there is no such package or build, or it does not come up any more.
    package func rollBack(_ name: String, to sha256: String?) async throws(PackageProblem) -> DroppedInPackage {
        try await onThread { host throws(PackageProblem) in try host.catalog.rollBack(name, to: sha256) }
    }

    /// Has the packages removed that nothing refers to any more, soon.
    package func collectPackages() {
        around.threads.run { [self] in
            do throws(PackageProblem) {
                try catalog.withBuilds { served in
                    let loaded = pools.libraries.compactMap { store.build(of: $0) }
                    store.collect(keeping: served.union(loaded).union(functions.packages))
                }
            } catch {
                catalog.tell(PluginNotice(kind: .refused, source: store.root, message: error.message))
            }
        }
    }

    /// Runs what blocks on a thread of its own.
    func onThread<Value: Sendable>(
        _ body: @escaping @Sendable (PluginHost) throws(PackageProblem) -> Value
    ) async throws(PackageProblem) -> Value {
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Value, PackageProblem>, Never>) in
            around.threads.run { [self] in
                let result: Result<Value, PackageProblem>
                do throws(PackageProblem) { result = .success(try body(self)) } catch { result = .failure(error) }
                continuation.resume(returning: result)
            }
        }
        return try result.get()
    }
}
