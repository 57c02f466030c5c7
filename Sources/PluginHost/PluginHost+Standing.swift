import PluginRuntime
import ResourceNames

// What is being done, for whoever looks on.
extension PluginHost {
    /// How handlers stand that are there without CreateFunction, and functions by their ARNs, in the order given. Waits for files to be read.
    package func standings(
        of handlers: [InstalledHandler], _ packages: [DroppedInPackage], functions: [String]
    ) async throws(PackageProblem) -> (handlers: [HandlerStanding], functions: [HandlerStanding]) {
        try await onThread { host throws(PackageProblem) in
            (
                handlers.map { host.standing(of: $0, packages) },
                functions.map { host.standing(ofFunction: $0, packages) }
            )
        }
    }

    /// Calls that are under way, by what they are of, and workers that come up: another value whenever a page should look again.
    package var stir: [String] { pools.figures.map(\.text) + hostedCalls.map { "\($0.key) \($0.value)" }.sorted() }

    /// Whether a call is under way.
    package var isBusy: Bool { pools.figures.contains { $0.inFlight > 0 } || !hostedCalls.isEmpty }

    private func standing(of handler: InstalledHandler, _ packages: [DroppedInPackage]) -> HandlerStanding {
        let builds = packages.first { $0.builds.path == handler.source }?.builds.builds ?? []
        var standing = HandlerStanding(language: language(of: handler), loadedAt: loadedAt(handler, builds))
        for figure in pools.figures where figure.handler == handler.handler {
            if figure.code == handler.bootstrap?.taskRoot ?? handler.library {
                standing.add(figure)
            } else if let build = store.build(of: figure.code), builds.contains(where: { $0.sha256 == build }) {
                standing.add(figure)
            }
        }
        for (key, count) in hostedCalls where key.hasSuffix(" \(handler.library) \(handler.handler)") {
            standing.inFlight += count
        }
        return standing
    }

    private func standing(ofFunction arn: String, _ packages: [DroppedInPackage]) -> HandlerStanding {
        guard let name = FunctionName(arn) else { return HandlerStanding() }
        let made = functions.function(named: name.name, qualifier: nil, in: name.territory)
        var standing = HandlerStanding()
        switch made?.code ?? .installed(name.name) {
        case .installed(let installed):
            guard let handler = catalog.snapshot.function(installed) else { break }
            let builds = packages.first { $0.builds.path == handler.source }?.builds.builds ?? []
            standing = HandlerStanding(language: language(of: handler), loadedAt: loadedAt(handler, builds))
            standing.installed = handler.name
        case .package(let sha256):
            guard let package = store.package(sha256) else { break }
            let entry = package.entry(named: made?.handler ?? "")
            standing.language = package.runtime.map { HandlerLanguage($0) }
            if standing.language == nil, let entry {
                standing.language = languages.language(of: package.library(of: entry))
            }
        }
        // Its versions are counted with it; one that was not made has none.
        for figure in pools.figures where "\(figure.key):".hasPrefix("\(arn):") { standing.add(figure) }
        for (key, count) in hostedCalls where key.hasPrefix("\(arn):") || key.hasPrefix("\(arn) ") {
            standing.inFlight += count
        }
        return standing
    }

    private func language(of handler: InstalledHandler) -> HandlerLanguage? {
        if let bootstrap = handler.bootstrap { return HandlerLanguage(bootstrap.runtime) }
        return handler.library.isEmpty ? nil : languages.language(of: handler.library)
    }

    /// What lies beside the executable or is linked into it came with the process.
    private func loadedAt(_ handler: InstalledHandler, _ builds: [InstalledBuild]) -> Timestamp {
        builds.first { $0.sha256 == handler.buildID }?.takenAt ?? languages.since
    }
}

extension HandlerStanding {
    fileprivate mutating func add(_ figure: PoolFigure) {
        inFlight += figure.inFlight
        starting += figure.starting
        if figure.isLeaving { draining += figure.inFlight }
    }
}
