import PluginRuntime
import ResourceNames

// The builds of dropped-in packages: which there are, and the way back to one.
extension PluginCatalog {
    /// How long the store keeps a build after the last call could have been led to it.
    private static let retiredNanoseconds: Int64 = 60_000_000_000

    /// The dropped-in packages that are there, by path.
    func packages() throws(PackageProblem) -> [DroppedInPackage] {
        try changeHoldings { (holdings) throws(PackageProblem) in
            holdings.sources.compactMap { source in
                holdings.ledger[source.path].map { DroppedInPackage(builds: $0, handlers: source.handlers.map(\.name)) }
            }
        }
    }

    /// Serves an earlier build of a package again, until its file changes. Blocks while the build comes up in a worker.
    ///
    /// - Parameters:
    ///   - name: Of the package, of one of its handlers, or of its file or folder.
    ///   - sha256: The beginning of the build's; `nil`: the one before the active one.
    func rollBack(_ name: String, to sha256: String?) throws(PackageProblem) -> DroppedInPackage {
        try changeHoldings { (holdings) throws(PackageProblem) in
            let position = try Self.position(of: name, in: holdings)
            let path = holdings.sources[position].path
            guard var builds = holdings.ledger[path] else {
                throw PackageProblem(.noBuild, "\(path) has no builds that are kept")
            }
            let target = try builds.target(sha256)
            if target.sha256 != builds.active {
                guard let package = store.package(target.sha256) else {
                    throw PackageProblem(.noBuild, "build \(target.sha256.prefix(12)) is not in \(store.root) any more")
                }
                try store.tryOut(package)
                builds.serve(target)
                putBack(package, builds, at: position, "asked for", &holdings)
            }
            return DroppedInPackage(builds: builds, handlers: holdings.sources[position].handlers.map(\.name))
        }
    }

    /// A worker has ended by itself: if its build is fresh, the one before it is served again.
    ///
    /// - Parameters:
    ///   - end: How the process ended.
    ///   - answered: Calls that workers of the build have answered.
    func crashed(_ library: String, _ end: String, answered: Int) {
        let now = now
        do throws(PackageProblem) {
            try changeHoldings { (holdings) throws(PackageProblem) in
                guard answered < limits.freshCallsMax,
                    let position = holdings.sources.firstIndex(where: { source in
                        source.handlers.contains { $0.library == library }
                    }), var builds = holdings.ledger[holdings.sources[position].path]
                else { return }
                let crashed = builds.active
                guard let earlier = builds.crashed(end, isFresh: { now - $0 < limits.freshTime }),
                    let package = store.package(earlier.sha256)
                else { return }
                let why = "build \(crashed.prefix(12)) crashed after \(answered) calls: \(end)"
                putBack(package, builds, at: position, why, &holdings)
            }
        } catch {
            // It is served again; the next process may take the crashed one once more.
            tell(PluginNotice(kind: .refused, source: store.root, message: error.message))
        }
    }

    /// Every build that something leads to or may lead to, while `body` runs.
    func withBuilds(_ body: (Set<String>) -> Void) throws(PackageProblem) {
        try changeHoldings { (holdings) throws(PackageProblem) in
            let oldest = Clocks.monotonicNanoseconds - Self.retiredNanoseconds
            holdings.retired = holdings.retired.filter { $0.value > oldest }
            let served = holdings.sources.flatMap { $0.handlers.map(\.buildID) }
            body(holdings.ledger.builds.union(served).union(holdings.retired.keys))
        }
    }

    private func putBack(
        _ package: StoredPackage, _ builds: PackageBuilds, at position: Int, _ why: String, _ holdings: inout Holdings
    ) {
        let source = holdings.sources[position]
        let handlers = InstalledHandler.all(of: package, origin: source.place.origin, source: source.path)
        holdings.sources[position].handlers = handlers
        holdings.ledger[source.path] = builds
        let advice = builds.passedOver.map { "; \($0.prefix(12)) is taken again when the file changes" } ?? ""
        holdings.notices.append(
            PluginNotice(
                kind: .rolledBack, source: source.path,
                message: "\(Self.names(handlers)), build \(package.sha256.prefix(12)) again (\(why))\(advice)"))
    }

    private static func position(of name: String, in holdings: Holdings) throws(PackageProblem) -> Int {
        let found = holdings.sources.indices.filter { index in
            let source = holdings.sources[index]
            guard source.place.origin == .droppedIn else { return false }
            return source.path == name || source.path.hasSuffix("/\(name)")
                || source.handlers.contains { $0.name == name || $0.package == name }
        }
        guard let first = found.first else {
            throw PackageProblem(
                .noBuild, "nothing that was dropped in is called \(name): give a function, a package or a file")
        }
        guard found.count == 1 else {
            let paths = found.map { holdings.sources[$0].path }.joined(separator: ", ")
            throw PackageProblem(.noBuild, "\(name) is in several packages: give one of \(paths)")
        }
        return first
    }
}
