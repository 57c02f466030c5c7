import PluginRuntime

// How a build gets into service: at rest, read whole, stored, sound, up in a worker, its probe answered; then it is served.
extension PluginCatalog {
    /// Stores a new or changed plugin. A broken one leaves the build before it in service.
    ///
    /// - Returns: `nil` for a new one that is still being written: somebody will look again.
    func taken(_ candidate: PluginPlace.Candidate, replacing known: Source?, _ holdings: inout Holdings) -> Source? {
        let origin = candidate.place.origin
        // What lies beside the executable was installed with it, before this process began.
        let isInstalled = known == nil && origin == .stock
        guard let candidate = isInstalled ? candidate : PluginPlace.settled(candidate) else { return known }
        var source = Source(
            place: candidate.place, path: candidate.path, files: candidate.files, handlers: known?.handlers ?? [])
        do throws(PackageProblem) {
            let reader = try PackageReader(
                path: candidate.path, isFolder: candidate.isFolder, limits: limits, isChecked: false)
            // What was read is what was looked at, or it is no build at all.
            guard candidate.current == candidate.files else { return known }
            try use(reader, in: &source, &holdings)
        } catch  where origin == .stock && (error.code == .noPlugin || error.code == .badLibrary) {
            // Beside the executable lie libraries that are no plugins.
            source.handlers = []
        } catch {
            let rest = source.handlers.isEmpty ? "" : "; the build before it goes on"
            holdings.notices.append(
                PluginNotice(kind: .refused, source: candidate.path, message: error.message + rest))
        }
        return source
    }

    private func use(_ reader: PackageReader, in source: inout Source, _ holdings: inout Holdings)
        throws(PackageProblem)
    {
        let (path, origin) = (source.path, source.place.origin)
        var builds = origin == .droppedIn ? holdings.ledger[path] : nil
        let isFirstLook = source.handlers.isEmpty
        if isFirstLook, let active = builds.flatMap({ store.package($0.active) }) {
            // An earlier process has left it in service.
            source.handlers = InstalledHandler.all(of: active, origin: origin, source: path)
        }
        if let before = builds, !source.handlers.isEmpty, !before.wants(reader.sha256) {
            builds?.noteContent(reader.sha256)
            holdings.ledger[path] = builds
            if isFirstLook { tell(.loaded, source, &holdings) }
            return
        }
        try reader.check()
        let package = try store.install(reader, isTrusted: origin == .stock)
        let handlers = InstalledHandler.all(of: package, origin: origin, source: path)
        guard handlers != source.handlers else { return }
        tell(PluginNotice(kind: .loading, source: path, message: Self.names(handlers)))
        if source.handlers.isEmpty { try store.probe(package) } else { try store.tryOut(package) }
        let kind = source.handlers.isEmpty ? PluginNotice.Kind.loaded : .replaced
        source.handlers = handlers
        if origin == .droppedIn {
            if builds == nil {
                builds = PackageBuilds(path: path, first: InstalledBuild(sha256: package.sha256, takenAt: now))
            } else {
                builds?.take(package.sha256, at: now)
            }
            holdings.ledger[path] = builds
        }
        tell(kind, source, warnings: package.manifest?.warnings ?? [], &holdings)
    }

    private func tell(
        _ kind: PluginNotice.Kind, _ source: Source, warnings: [String] = [], _ holdings: inout Holdings
    ) {
        let build = source.handlers.first?.buildID.prefix(12) ?? ""
        holdings.notices.append(
            PluginNotice(
                kind: kind, source: source.path, message: "\(Self.names(source.handlers)), build \(build)",
                warnings: warnings))
    }
}
